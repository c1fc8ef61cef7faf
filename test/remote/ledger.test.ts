import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../src/links/parse-target.ts'
import type { Ledger, LedgerEntry } from '../../src/remote/ledger.ts'
import { listQueries } from '../../src/remote/list-queries.ts'
import type { FragmentAnswer, KnownAnswer, PageAnswer } from '../../src/remote/page-answer.ts'
import { parseLedger } from '../../src/remote/parse-ledger.ts'
import { proveRemote } from '../../src/remote/prove-remote.ts'
import { renderLedger } from '../../src/remote/render-ledger.ts'
import { findFragmentDoubt, toRemoteTarget } from '../../src/remote/remote-target.ts'
import { updateLedger } from '../../src/remote/update-ledger.ts'

const url = 'https://bakery.example.org/bread'

describe('renderLedger', () => {
  const ledger: Ledger = {
    'https://oven.example.org/': {
      reason: '404',
      since: '2024-06-01',
      day: '2024-06-04',
      status: 'dead',
    },
    [url]: {
      fragments: { rye: { heading: 'Rye bread' }, oat: { doubt: 'a script may draw the page' } },
      etag: '"1"',
      day: '2024-06-30',
      status: 'alive',
    },
  }
  const text = `{
  "https://bakery.example.org/bread": {"status":"alive","day":"2024-06-30","etag":"\\"1\\"","fragments":{"oat":{"doubt":"a script may draw the page"},"rye":{"heading":"Rye bread"}}},
  "https://oven.example.org/": {"status":"dead","day":"2024-06-04","since":"2024-06-01","reason":"404"},
  "version": 1
}
`

  it('should write a URL a line, sorted, keys in a fixed order', () => {
    expect(renderLedger(ledger)).toBe(text)
    expect(renderLedger({})).toBe('{\n  "version": 1\n}\n')
  })

  it('should write what parseLedger reads', () => {
    expect(parseLedger(text)).toEqual(ledger)
  })

  it('should keep what another release has beside', () => {
    const newer = text
      .replace('"etag"', '"size":7,"etag"')
      .replace('{"heading"', '{"x":1,"heading"')
    const kept = renderLedger(parseLedger(newer))
    expect(kept).toContain('"Rye bread","x":1}},"size":7}')
    expect(renderLedger(parseLedger(kept))).toBe(kept)
  })
})

describe('parseLedger', () => {
  it.each([
    ['{\n<<<<<<< HEAD\n}\n', 'line 2 is a mark of a merge conflict'],
    ['{\n  "version": 1', 'it is no JSON'],
    ['{\n  "https://bakery.example.org/": {"status":},\n  "version": 1\n}\n', 'line 2 is no JSON'],
    ['7', 'all of it: Invalid type: Expected Object but received 7'],
    ['{"version": 0}', 'version: Invalid type: Expected 1 but received 0'],
    [
      `{"version": 1, "${url}": {"status": "alive", "day": "today"}}`,
      `${url}, day: Invalid date: Received "today"`,
    ],
  ])('should refuse %s', (text, reason) => {
    expect(() => parseLedger(text)).toThrow(`\`crossoff.links.json\` is no ledger: ${reason}`)
  })

  it('should say that another release wrote it', () => {
    expect(() => parseLedger('{"version": 2}')).toThrow(
      '`crossoff.links.json` was written by a newer crossoff: it has version 2, not 1',
    )
  })

  describe('of a URL that is there twice', () => {
    const parse = (...lines: readonly object[]): LedgerEntry | undefined =>
      parseLedger(
        `{\n${lines.map((line) => `  "${url}": ${JSON.stringify(line)},\n`).join('')}  "version": 1\n}\n`,
      )[url]
    const june = { status: 'alive', day: '2024-06-30' }
    const may = { status: 'dead', day: '2024-05-30', since: '2024-05-29', reason: '404' }

    it('should take the later day, in any order', () => {
      expect(parse(june, may)).toEqual(june)
      expect(parse(may, june)).toEqual(june)
    })

    it('should keep headings that only the older knows, and count no days that nobody saw', () => {
      const older = {
        status: 'alive',
        day: '2024-05-30',
        fragments: { rye: { heading: 'Rye' }, oat: { since: '2024-05-30' } },
      }
      expect(parse(june, older)).toEqual({ ...june, fragments: { rye: { heading: 'Rye' } } })
    })
  })
})

describe('toRemoteTarget', () => {
  it.each([
    [
      'https://Bakery.example.org:443/a/../bread?x#rye%20bread',
      'https://bakery.example.org/bread?x',
      'rye bread',
    ],
    ['//bakery.example.org/bread', url, undefined],
    [`${url}#`, url, undefined],
    [`${url}#Top`, url, undefined],
    [`${url}#:~:text=rye`, url, undefined, ':~:text=rye'],
    [`${url}#rye:~:text=dark`, url, 'rye', ':~:text=dark'],
    [
      `${url}#:~:text=dark rye&text=pâte`,
      url,
      undefined,
      ':~:text=dark%20rye',
      ':~:text=p%C3%A2te',
    ],
    [`${url}#rye:~:text=&x=1&text=a,b,c&text=a-,-b&text=%20&text=%CC%81`, url, 'rye'],
  ])('should read %s', (written, expected, fragment, ...texts) => {
    expect(toRemoteTarget(parseTarget(written))).toEqual({
      url: expected,
      texts,
      ...(fragment !== undefined && { fragment }),
    })
  })

  it.each(['https://', 'https://baker:rye@bakery.example.org/', 'https://bakery example/'])(
    'should ask nobody for %s',
    (written) => {
      expect(toRemoteTarget(parseTarget(written))).toBeUndefined()
    },
  )
})

describe('findFragmentDoubt', () => {
  it.each([
    'L10',
    'L10-L20',
    '/guide',
    '!bread',
    'a=b',
    'issuecomment-24',
    'discussion_r7',
    'diff-a1',
    'note_9',
  ])('should not know %s', (fragment) => {
    expect(findFragmentDoubt(fragment)).toBeDefined()
  })

  it.each(['rye-bread', 'L', 'note', 'issues', 'different-1', ':~:text=rye'])(
    'should know %s',
    (fragment) => {
      expect(findFragmentDoubt(fragment)).toBeUndefined()
    },
  )
})

describe('updateLedger', () => {
  const settings = { days: 14, patience: 3 }
  const alive: KnownAnswer = { status: 'alive', fragments: {} }
  const dead: KnownAnswer = { status: 'dead', reason: '404', fragments: {} }
  const busy: PageAnswer = { status: 'unknown', reason: '429' }
  const rye: KnownAnswer = {
    status: 'alive',
    fragments: { rye: { status: 'alive', heading: 'Rye bread' } },
  }
  const noRye: KnownAnswer = {
    status: 'alive',
    fragments: {
      rye: {
        status: 'dead',
        anchors: [
          { anchor: 'oats', heading: 'Oat bread' },
          { anchor: 'dark', heading: 'Rye breads' },
        ],
      },
    },
  }

  /** What a ledger says of the page after answers of June 2024, by day. */
  function live(
    answers: readonly (readonly [day: number, answer: PageAnswer])[],
  ): (LedgerEntry | undefined)[] {
    let ledger: Ledger = {}
    return answers.map(([day, answer]) => {
      const today = `2024-06-${String(day).padStart(2, '0')}`
      ledger = updateLedger(ledger, new Map([[url, answer]]), { ...settings, today })
      return ledger[url]
    })
  }

  it('should leave a line alone while there is no news', () => {
    const entries = live([
      [1, alive],
      [2, alive],
      [14, alive],
      [15, alive],
    ])
    expect(entries.map((entry) => entry?.day)).toEqual([
      '2024-06-01',
      '2024-06-01',
      '2024-06-01',
      '2024-06-15',
    ])
  })

  it('should not take another tag alone for news', () => {
    const [, second] = live([
      [1, { ...alive, etag: '"1"' }],
      [2, { ...alive, etag: '"2"' }],
    ])
    expect(second).toEqual({ status: 'alive', day: '2024-06-01', etag: '"1"' })
  })

  it('should let what nobody can tell change nothing', () => {
    const [none, first, second] = live([
      [1, busy],
      [2, alive],
      [3, busy],
    ])
    expect(none).toBeUndefined()
    expect(second).toBe(first)
  })

  it('should count the days on which a page is dead, until it is sure', () => {
    const entries = live([
      [1, dead],
      [1, dead],
      [2, dead],
      [3, busy],
      [4, dead],
      [5, dead],
      [18, dead],
    ])
    expect(entries.map((entry) => [entry?.since, entry?.day])).toEqual([
      ['2024-06-01', '2024-06-01'],
      ['2024-06-01', '2024-06-01'],
      ['2024-06-01', '2024-06-02'],
      ['2024-06-01', '2024-06-02'],
      ['2024-06-01', '2024-06-04'],
      ['2024-06-01', '2024-06-04'],
      ['2024-06-01', '2024-06-18'],
    ])
  })

  it('should not take two days for all that lie between', () => {
    const prove = (entry: LedgerEntry | undefined) =>
      proveRemote(parseTarget(url), {
        ledger: entry === undefined ? {} : { [url]: entry },
        doubts: new Map(),
        patience: 3,
        skip: [],
      })
    const entries = live([
      [1, dead],
      [2, busy],
      [9, busy],
      [10, dead],
      [10, dead],
      [11, dead],
      [12, dead],
    ])
    expect(entries.map((entry) => entry?.seen)).toEqual([
      undefined,
      undefined,
      undefined,
      2,
      2,
      undefined,
      undefined,
    ])
    expect(entries.map((entry) => prove(entry)).slice(4)).toMatchObject([
      { code: 'remote/failing' },
      { code: 'remote/dead' },
      { code: 'remote/dead' },
    ])
    // Sure is sure: another day is no news.
    expect(entries[6]).toBe(entries[5])
  })

  it('should not count the days of a fragment on which nobody could tell, nor begin anew', () => {
    const doubt: KnownAnswer = {
      status: 'alive',
      fragments: { rye: { status: 'unknown', reason: 'a script' } },
    }
    const entries = live([
      [1, noRye],
      [2, doubt],
      [3, dead],
      [8, { ...alive, isSame: true }],
      [9, noRye],
      [10, noRye],
    ])
    const seen = entries.map((entry) => [
      entry?.fragments?.rye?.since,
      entry?.fragments?.rye?.seen,
      entry?.day,
    ])
    expect(seen).toEqual([
      ['2024-06-01', undefined, '2024-06-01'],
      ['2024-06-01', 1, '2024-06-02'],
      ['2024-06-01', 1, '2024-06-03'],
      ['2024-06-01', 1, '2024-06-08'],
      ['2024-06-01', 2, '2024-06-09'],
      ['2024-06-01', undefined, '2024-06-10'],
    ])
  })

  it('should count anew when a page was back', () => {
    const [, second, third] = live([
      [1, dead],
      [2, alive],
      [3, dead],
    ])
    expect(second).toEqual({ status: 'alive', day: '2024-06-02' })
    expect(third).toEqual({ status: 'dead', day: '2024-06-03', since: '2024-06-03', reason: '404' })
  })

  it('should remember the heading of a fragment that is gone, and what is most like it', () => {
    const [first, second, third, fourth] = live([
      [1, rye],
      [2, noRye],
      [3, dead],
      [4, rye],
    ])
    expect(first?.fragments).toEqual({ rye: { heading: 'Rye bread' } })
    expect(second?.fragments).toEqual({
      rye: {
        heading: 'Rye bread',
        since: '2024-06-02',
        closest: { anchor: 'dark', heading: 'Rye breads' },
      },
    })
    expect(third?.fragments).toEqual({ rye: { ...second?.fragments?.rye, seen: 1 } })
    expect(fourth).toEqual({ ...first, day: '2024-06-04' })
  })

  it('should know a fragment by its name where nobody knows its heading', () => {
    const fragments = {
      oat: { status: 'dead', anchors: [{ anchor: 'oats', heading: 'x' }] },
    } as const
    const [entry] = live([[1, { status: 'alive', fragments }]])
    expect(entry?.fragments?.oat?.closest).toEqual({ anchor: 'oats', heading: 'x' })
    const [bare] = live([
      [1, { status: 'alive', fragments: { oat: { status: 'dead', anchors: [] } } }],
    ])
    expect(bare?.fragments).toEqual({ oat: { since: '2024-06-01' } })
  })

  it('should remember why a page is suspect, and forget it when it is not', () => {
    const suspect = 'the page calls itself “404”'
    const odd: KnownAnswer = {
      status: 'alive',
      suspect,
      fragments: { rye: { status: 'unknown', reason: suspect } },
    }
    const [, second, third, fourth] = live([
      [1, rye],
      [2, odd],
      [3, odd],
      [4, rye],
    ])
    expect(second).toEqual({
      status: 'alive',
      day: '2024-06-02',
      suspect,
      fragments: { rye: { heading: 'Rye bread', doubt: suspect } },
    })
    expect(third).toBe(second)
    expect(fourth).toEqual({
      status: 'alive',
      day: '2024-06-04',
      fragments: { rye: { heading: 'Rye bread' } },
    })
  })

  it('should keep a heading though nobody can tell today', () => {
    const doubt: KnownAnswer = {
      status: 'alive',
      fragments: { rye: { status: 'unknown', reason: 'a script' } },
    }
    const [, second] = live([
      [1, rye],
      [2, doubt],
    ])
    expect(second?.fragments).toEqual({ rye: { heading: 'Rye bread', doubt: 'a script' } })
  })

  describe('of a text that is gone', () => {
    const name = ':~:text=dark%20rye'
    const anchors = [
      { anchor: 'oats', heading: 'Oat bread' },
      { anchor: 'rye', heading: 'Rye breads' },
    ]
    const say = (answer: FragmentAnswer): KnownAnswer => ({
      status: 'alive',
      fragments: { [name]: answer },
    })
    const texts = (...answers: FragmentAnswer[]) =>
      live(answers.map((answer, at) => [at + 1, say(answer)] as const)).map(
        (entry) => entry?.fragments?.[name],
      )
    const doubt = 'a script may draw the page'

    it('should remember the section it stood in, and find that', () => {
      const [first, second] = texts(
        { status: 'alive', heading: 'Rye bread' },
        { status: 'dead', anchors },
      )
      expect(first).toEqual({ heading: 'Rye bread' })
      expect(second).toEqual({
        heading: 'Rye bread',
        since: '2024-06-02',
        closest: { anchor: 'rye', heading: 'Rye breads' },
      })
    })

    it('should count the days of what a script may draw only where it was there before', () => {
      const dead = { status: 'dead', anchors, doubt } as const
      const [never, alive, gone] = texts(dead, { status: 'alive', heading: '' }, dead)
      expect(never).toEqual({ doubt })
      expect(alive).toEqual({ heading: '' })
      expect(gone).toEqual({ heading: '', since: '2024-06-03' })
    })
  })

  it('should keep all that was known of a page that is the same', () => {
    const [first, , third] = live([
      [1, { ...rye, etag: '"1"' }],
      [2, { ...alive, isSame: true }],
      [15, { ...alive, isSame: true }],
    ])
    expect(third).toEqual({ ...first, day: '2024-06-15' })
  })

  it('should tell where a page is', () => {
    const [entry] = live([[1, { status: 'moved', location: `${url}/`, fragments: {} }]])
    expect(entry).toEqual({ status: 'moved', day: '2024-06-01', location: `${url}/` })
  })
})

describe('listQueries', () => {
  const settings = { today: '2024-06-15', days: 14 }
  const entry: LedgerEntry = {
    status: 'alive',
    day: '2024-06-02',
    etag: '"1"',
    fragments: { rye: { heading: 'Rye' } },
  }
  const list = (known: LedgerEntry | undefined, ...fragments: string[]) =>
    listQueries(new Map([[url, fragments]]), known === undefined ? {} : { [url]: known }, settings)

  it('should ask for what nobody knows', () => {
    expect(list(undefined, 'rye')).toEqual([{ url, fragments: ['rye'] }])
    expect(list(entry, 'rye', 'constructor')).toEqual([{ url, fragments: ['constructor', 'rye'] }])
  })

  it('should not ask for what is known, unless it is old', () => {
    expect(list(entry, 'rye')).toEqual([])
    expect(list({ ...entry, day: '2024-06-01' }, 'rye')).toEqual([
      { url, fragments: ['rye'], etag: '"1"' },
    ])
  })

  it('should ask for fragments of other documents too, for a day counts for all of them', () => {
    const fragments = { oat: { since: '2024-06-02' }, rye: { heading: 'Rye' } }
    expect(list({ ...entry, fragments }, 'rye')).toEqual([])
    expect(list({ ...entry, fragments, day: '2024-06-01' }, 'rye')).toEqual([
      { url, fragments: ['oat', 'rye'], etag: '"1"' },
    ])
  })

  it('should ask for what was dead, and not whether it is the same', () => {
    expect(list({ ...entry, status: 'dead' }, 'rye')).toEqual([{ url, fragments: ['rye'] }])
    const gone = { ...entry, fragments: { rye: { since: '2024-06-02' } } }
    expect(list(gone, 'rye')).toEqual([{ url, fragments: ['rye'] }])
  })
})

describe('proveRemote', () => {
  const prove = (written: string, entry: LedgerEntry | undefined, doubt?: string) =>
    proveRemote(parseTarget(written), {
      ledger: entry === undefined ? {} : { [url]: entry },
      doubts: new Map(doubt === undefined ? [] : [[url, doubt]]),
      patience: 3,
      skip: ['https://bakery.example.org/private'],
    })
  const alive: LedgerEntry = {
    status: 'alive',
    day: '2024-06-05',
    fragments: { rye: { heading: 'Rye' } },
  }

  it('should prove what is known, and nothing else', () => {
    expect(prove(url, alive)).toEqual({ status: 'alive' })
    expect(prove(`${url}#rye`, alive)).toEqual({ status: 'alive' })
    expect(prove(`${url}#oat`, alive)).toBeUndefined()
    expect(prove(url, undefined)).toBeUndefined()
  })

  it.each([
    ['https://', undefined, 'nobody can ask for such an address'],
    ['https://bakery.example.org/private/x', undefined, 'the config skips it'],
    [`${url}#L10`, alive, 'lines are shown by the host'],
    [`${url}#oat`, { ...alive, fragments: { oat: { doubt: 'a script' } } }, 'a script'],
    [url, undefined, 'the server fails'],
  ])('should say why nobody can tell: %s', (written, entry, reason) => {
    expect(prove(written, entry, 'the server fails')).toMatchObject({ status: 'unknown', reason })
  })

  it('should trust what was known before it trusts a doubt of today', () => {
    expect(prove(url, alive, 'the server fails')).toEqual({ status: 'alive' })
  })

  it('should say why a page may not be the one that is meant, whatever it has', () => {
    const suspect = 'the page calls itself “404”'
    for (const link of [url, `${url}#rye`, `${url}#oat`])
      expect(prove(link, { ...alive, suspect })).toEqual({
        status: 'moved',
        part: 'target',
        code: 'remote/suspect',
        message: `\`${url}\` may not be the page that is meant: the page calls itself “404”`,
        help: 'look at it; where it is the one, silence this with a comment',
      })
  })

  it('should find a page dead after enough days', () => {
    const dead: LedgerEntry = {
      status: 'dead',
      day: '2024-06-03',
      since: '2024-06-01',
      reason: '404',
    }
    expect(prove(url, dead)).toMatchObject({
      code: 'remote/failing',
      message: `\`${url}\` is not there: 404, seen from 2024-06-01 to 2024-06-03`,
    })
    expect(prove(url, { ...dead, day: '2024-06-04' })).toMatchObject({ code: 'remote/dead' })
    expect(prove(url, { status: 'dead', day: '2024-06-03' })).toMatchObject({
      message: `\`${url}\` is not there: , seen on 2024-06-03`,
    })
  })

  it('should say what a fragment stood for, and what it may be called now', () => {
    const closest = { anchor: 'dark', heading: 'Rye breads' }
    const rye = { heading: 'Rye bread', since: '2024-06-01', closest }
    expect(prove(`${url}#rye`, { ...alive, fragments: { rye } })).toEqual({
      status: 'dead',
      part: 'fragment',
      code: 'remote/missing-anchor',
      message: `\`${url}\` has no \`#rye\`, seen from 2024-06-01 to 2024-06-05; it stood for “Rye bread”`,
      help: 'did you mean `#dark` (“Rye breads”)',
    })
    const bare = { since: '2024-06-05' }
    expect(prove(`${url}#rye`, { ...alive, fragments: { rye: bare } })).toMatchObject({
      code: 'remote/failing',
      message: `\`${url}\` has no \`#rye\`, seen on 2024-06-05`,
    })
  })

  describe('of texts', () => {
    const name = ':~:text=dark,bread'
    const heading = 'Rye bread'
    const since = '2024-06-01'
    const known = (text: object, more: object = {}): LedgerEntry => ({
      ...alive,
      fragments: { ...alive.fragments, [name]: text, ...more },
    })
    const link = `${url}#rye${name}`

    it('should prove both the place and the text', () => {
      expect(prove(link, known({ heading }))).toEqual({ status: 'alive' })
      expect(prove(link, alive)).toBeUndefined()
      expect(prove(link, known({ doubt: 'a script' }))).toMatchObject({ reason: 'a script' })
      expect(prove(link, known({ heading }, { rye: { since } }))).toMatchObject({
        code: 'remote/missing-anchor',
      })
    })

    it('should say what is not there any more, and where it stood', () => {
      const closest = { anchor: 'rye', heading }
      expect(prove(link, known({ heading, since, closest }))).toEqual({
        status: 'dead',
        part: 'fragment',
        code: 'remote/missing-text',
        message: `\`${url}\` does not say “dark … bread”, seen from 2024-06-01 to 2024-06-05; it stood below “Rye bread”`,
        help: 'quote what is there now, or link to `#rye` (“Rye bread”)',
      })
      expect(prove(link, known({ since: '2024-06-04' }))).toMatchObject({
        code: 'remote/failing',
        help: 'quote what is there now, or link to the page',
      })
    })
  })

  it('should leave it to the reader to write an address that means another thing in Markdown', () => {
    const moved: LedgerEntry = { ...alive, status: 'moved', location: `${url}/rye)` }
    expect(prove(url, moved)).toEqual({
      status: 'moved',
      part: 'target',
      code: 'remote/moved',
      message: `the page is at \`${url}/rye)\` for good`,
      help: `write \`${url}/rye)\``,
    })
  })

  it('should tell where a page is for good, fragment included', () => {
    const moved: LedgerEntry = { ...alive, status: 'moved', location: `${url}/` }
    expect(prove(`${url}#rye`, moved)).toMatchObject({
      status: 'moved',
      code: 'remote/moved',
      replacement: `${url}/#rye`,
    })
    expect(prove(url, moved)).toMatchObject({ replacement: `${url}/` })
    const whole = { ...moved, location: `${url}/#rye` }
    expect(prove(`${url}#top`, whole)).toMatchObject({ replacement: `${url}/#rye` })
    expect(prove(`${url}#rye`, whole)).toMatchObject({ replacement: `${url}/#rye` })
  })
})
