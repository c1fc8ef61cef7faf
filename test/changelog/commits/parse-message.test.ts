import { describe, expect, it } from 'vitest'
import type { Trailer } from '../../../src/changelog/commits/commit-details.ts'
import { parseMessage, type ParsedMessage } from '../../../src/changelog/commits/parse-message.ts'

function parse(message: string, ...trailers: string[]): ParsedMessage {
  return parseMessage(message, trailers.map(readTrailer))
}

function readTrailer(line: string): Trailer {
  const [key = '', value = ''] = line.split(': ')
  return { key, value }
}

/** What the subject tells, without the parts that are always there. */
function header(subject: string, body = ''): Partial<ParsedMessage> {
  const { subject: _subject, body: _body, isBreaking, ...rest } = parse(`${subject}\n\n${body}`)
  return { ...rest, ...(isBreaking ? { isBreaking } : {}) }
}

describe('parseMessage, of a subject', () => {
  it('should tell type, scope, description and a mark of a breaking change', () => {
    expect(header('feat: bake rye')).toEqual({ type: 'feat', description: 'bake rye' })
    expect(header('feat(oven): bake rye')).toEqual({
      type: 'feat',
      scope: 'oven',
      description: 'bake rye',
    })
    expect(header('FIX(shop/till, oven)!: count: twice')).toEqual({
      type: 'fix',
      scope: 'shop/till, oven',
      description: 'count: twice',
      isBreaking: true,
    })
    expect(header('chore!: no white flour')).toEqual({
      type: 'chore',
      description: 'no white flour',
      isBreaking: true,
    })
    expect(header('docs():   sweep')).toEqual({ type: 'docs', description: 'sweep' })
  })

  it.each([
    'Bake rye',
    'feat bake rye',
    'feat:bake rye',
    'feat : bake rye',
    'feat (oven): bake rye',
    'feat(oven)!!: bake rye',
    'shop/till: count twice',
    'fixup! feat: bake rye',
    'see https://bakery.example: rye',
    '2024: a year of rye',
    'feat: ',
    "Merge branch 'feat: rye'",
    'Merge commit 54a4f02: rye',
    'Merged PR 12: feat: bake rye',
  ])('should take %j as it is', (subject) => {
    expect(header(subject)).toEqual({ description: subject.trim() })
  })

  it('should be the first paragraph, on one line', () => {
    expect(parse('\n\nfeat: bake\r\n  rye \r\n \r\nIt sells.\r\n')).toEqual({
      subject: 'feat: bake rye',
      body: 'It sells.',
      type: 'feat',
      description: 'bake rye',
      isBreaking: false,
    })
    expect(parse('')).toEqual({ subject: '', body: '', description: '', isBreaking: false })
  })

  it('should tell a revert, and a revert of a revert', () => {
    expect(header('Revert "feat(oven)!: bake rye"')).toEqual({
      type: 'revert',
      description: 'feat(oven)!: bake rye',
    })
    expect(header('Revert "Revert "feat(oven): bake rye"" (#14)')).toEqual({
      type: 'feat',
      scope: 'oven',
      description: 'bake rye',
    })
    expect(header('Revert "Revert "Revert "feat: bake rye"""')).toEqual({
      type: 'revert',
      description: 'feat: bake rye',
    })
    expect(header('revert: bake rye')).toEqual({ type: 'revert', description: 'bake rye' })
  })

  it('should take the title of a request that it merges', () => {
    const rye = { type: 'feat', description: 'bake rye' }
    expect(header('Merge pull request #12 from ana/rye', 'feat: bake rye\n\nIt sells.')).toEqual(
      rye,
    )
    expect(
      header('Merge pull request #12 in BAKE/ovens from rye to main', 'feat: bake rye'),
    ).toEqual(rye)
    expect(header("Merge pull request 'feat: bake rye' (#12) from ana/rye into main")).toEqual(rye)
    expect(
      header(
        "Merge branch 'rye' into 'main'",
        'feat: bake rye\n\nSee merge request bakery/ovens!45',
      ),
    ).toEqual(rye)
  })

  it('should take the subject of a merge that has no title', () => {
    for (const [subject, body] of [
      ['Merge pull request #12 from ana/rye', ''],
      ["Merge branch 'rye'", '* rye:\n  feat: bake rye'],
      ["Merge branch 'rye' into 'main'", 'See merge request bakery/ovens!45'],
    ] as const) {
      expect(header(subject, body)).toEqual({ description: subject })
    }
  })
})

describe('parseMessage, of a body', () => {
  it('should be whole paragraphs, with the white space inside of them', () => {
    expect(parse('feat: bake rye\n\nFirst.\n  Second.  \n\n\n\n    code\n').body).toBe(
      'First.\n  Second.\n\n    code',
    )
  })

  it('should leave out the trailers that git reads, and no others', () => {
    const message = 'feat: bake rye\n\nNote: it sells.\n\nChange-Id: I7e4c\nBug #43\n'
    expect(parse(message).body).toBe('Note: it sells.\n\nChange-Id: I7e4c\nBug #43')
    expect(parse(message, 'Change-Id: I7e4c', 'Bug: 43').body).toBe('Note: it sells.')
  })

  it('should leave out a trailer of several lines, and one that says nothing', () => {
    const message = 'feat: bake rye\n\nIt sells.\n\nCc: Ana,\n  Bo\nEmpty:\nTested-by : Bo\n'
    expect(parse(message, 'Cc: Ana, Bo', 'Empty: ', 'Tested-by: Bo').body).toBe('It sells.')
  })

  it('should keep what stands between trailers, but for what git itself puts there', () => {
    const message =
      'fix: salt\n\nIt was bland: all said so.\nSigned-off-by: Ana\nAnd the\n  guests.\n(cherry picked from commit 54a4f0239f2e)\nSigned-off-by: Bo'
    expect(parse(message, 'Signed-off-by: Ana', 'Signed-off-by: Bo').body).toBe(
      'It was bland: all said so.\nAnd the\n  guests.',
    )
  })

  it('should leave out what a program wrote behind the trailers', () => {
    const message = 'fix: salt\n\nBland.\n\nCc: Ana\n\nConflicts:\n\tshelf.md\n'
    expect(parse(message, 'Cc: Ana').body).toBe('Bland.')
  })

  it('should keep all where no paragraph has the trailers', () => {
    expect(parse('fix: salt\n\nBland.', 'Cc: Ana').body).toBe('Bland.')
  })

  it('should tell a breaking change by its footer, in upper case alone', () => {
    const isBreaking = (...given: Parameters<typeof parse>): boolean => parse(...given).isBreaking
    expect(isBreaking('fix: salt\n\nBREAKING CHANGE: loaves are heavier')).toBe(true)
    expect(isBreaking('fix: salt\n\nSo.\n\nCc: Ana\nBREAKING-CHANGE: heavier\n')).toBe(true)
    const cut = 'fix: salt\n\nBREAKING-CHANGE: heavier'
    expect(isBreaking(cut, 'BREAKING-CHANGE: heavier')).toBe(true)
    expect(isBreaking('fix: salt\n\nbreaking-change: heavier', 'breaking-change: heavier')).toBe(
      false,
    )
    expect(isBreaking('fix: salt\n\nno BREAKING CHANGE: none')).toBe(false)
    expect(isBreaking('fix: salt\n\nBREAKING CHANGE is near')).toBe(false)
  })
})
