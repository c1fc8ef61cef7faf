import { describe, expect, it } from 'vitest'
import { parseRawChange } from '../../src/adapters/parse-raw-change.ts'
import { parseRawLog } from '../../src/adapters/parse-raw-log.ts'

const [none, peas, beans] = ['0', 'a', 'b'].map((digit) => digit.repeat(40))
const [first, second, merge] = ['1', '2', '3'].map((digit) => digit.repeat(40))

/** The bytes that git prints, with `|` for the zero byte. */
const bytes = (text: string): Buffer => Buffer.from(text.replaceAll('|', '\0'), 'latin1')

describe('parseRawLog', () => {
  it('should read commits with their changes', () => {
    const log = [
      `${second!}|${first!}|2024-03-01T08:00:00+05:30|Ada|ada@example.org|sow beans|`,
      `\n:100644 100644 ${peas!} ${beans!} M|TODO.md|:100644 000000 ${peas!} ${none!} D|a b.md|`,
      `${first!}||2024-02-29T12:00:00Z|Zo\xc3\xab|\xff@x|:a \xf0\x9f\x8c\xb1|`,
      `\n:000000 100644 ${none!} ${peas!} A|caf\xe9.md|`,
    ]
    expect(parseRawLog(bytes(log.join('')))).toEqual([
      {
        commit: second,
        parents: [first],
        date: '2024-03-01T08:00:00+05:30',
        author: 'Ada',
        email: 'ada@example.org',
        subject: 'sow beans',
        sides: [
          new Map([
            ['TODO.md', { before: peas, after: beans }],
            ['a b.md', { before: peas, after: undefined }],
          ]),
        ],
      },
      {
        commit: first,
        parents: [],
        date: '2024-02-29T12:00:00+00:00',
        author: 'Zoë',
        email: '\uFFFD@x',
        subject: ':a 🌱',
        sides: [new Map([['caf\uDCE9.md', { before: undefined, after: peas }]])],
      },
    ])
  })

  it('should read a merge as one commit, with a side for each parent that differs', () => {
    const head = `${merge!}|${first!} ${second!}||||Merge|`
    const log = [
      `${head}\n:100644 100644 ${peas!} ${beans!} M|TODO.md|`,
      `${head}\n:000000 100644 ${none!} ${beans!} A|TODO.md|`,
      `${first!}||||||`,
    ]
    expect(parseRawLog(bytes(log.join('')))).toMatchObject([
      {
        commit: merge,
        parents: [first, second],
        date: '1970-01-01T00:00:00+00:00',
        subject: 'Merge',
        sides: [
          new Map([['TODO.md', { before: peas, after: beans }]]),
          new Map([['TODO.md', { before: undefined, after: beans }]]),
        ],
      },
      { commit: first, subject: '', sides: [new Map()] },
    ])
  })

  it('should read nothing from nothing', () => {
    expect(parseRawLog(Buffer.of())).toEqual([])
  })

  it.each([
    ['text of another kind', 'warning: the garden is wet\n', 'warning'],
    ['no hash', `main||||||`, '`main`'],
    ['too few fields', `${first!}||Ada|`, first!],
    ['an unknown change', `${first!}||||||\n::100644 x MM|TODO.md|`, '::100644'],
    ['a change without a path', `${first!}||||||\n:100644 100644 ${peas!} ${beans!} M|`, peas!],
    ['a cut path', `${first!}||||||\n:100644 100644 ${peas!} ${beans!} M|TOD`, 'TOD'],
  ])('should refuse %s', (_, log, named) => {
    expect(() => parseRawLog(bytes(log))).toThrow(named)
  })
})

describe('parseRawChange', () => {
  it('should take only files for files', () => {
    const change = (before: string, after: string, what: string): unknown =>
      parseRawChange(`:${before} ${after} ${peas!} ${beans!} ${what}`)
    expect(change('100644', '100755', 'M')).toEqual({ before: peas, after: beans })
    expect(change('120000', '100644', 'T')).toEqual({ before: undefined, after: beans })
    expect(change('100644', '160000', 'T')).toEqual({ before: peas, after: undefined })
    expect(change('100644', '100644', 'R086')).toEqual({ before: peas, after: beans })
  })

  it('should read nothing else', () => {
    expect(parseRawChange(`::100644 100644 100644 ${peas!} ${peas!} ${beans!} MM`)).toBeUndefined()
    expect(parseRawChange('a'.repeat(40))).toBeUndefined()
  })
})
