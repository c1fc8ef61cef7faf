import { describe, expect, it } from 'vitest'
import { cutText } from '../../../src/changelog/draft/cut-text.ts'
import { type DraftedChange, draftMessage } from '../../../src/changelog/draft/draft-message.ts'
import type { Change } from '../../../src/diff/change.ts'

function drafted(
  change: Change['change'],
  title: string,
  more: Partial<Change> = {},
): DraftedChange {
  return {
    change: { change, kind: 'bullet', title, path: ['Beds', title], ...more },
    wasDone: false,
  }
}

const draft = (...changes: DraftedChange[]): ReturnType<typeof draftMessage> =>
  draftMessage([{ file: 'docs/TODO.md', changes }])

const subjectOf = (...changes: DraftedChange[]): string | undefined => draft(...changes)?.subject

describe('draftMessage', () => {
  it('should say nothing where nothing changed, or by itself only', () => {
    expect(draft()).toBeUndefined()
    expect(draft(drafted('moved', 'sow', { implied: true }))).toBeUndefined()
  })

  it('should say in the subject what happened to one item', () => {
    expect(subjectOf(drafted('dropped', 'sow beans'))).toBe('docs(TODO): drop "sow beans"')
    expect(subjectOf(drafted('unchecked', ''))).toBe('docs(TODO): uncheck "(untitled)"')
    expect(subjectOf(drafted('edited', 'a\u0007\n b'))).toBe('docs(TODO): edit "a b"')
    expect(subjectOf(drafted('renamed', 'sow peas', { before: { title: 'sow beans' } }))).toBe(
      'docs(TODO): rename "sow beans" to "sow peas"',
    )
    const path = ['Shed', 'sow']
    expect(subjectOf(drafted('moved', 'sow', { before: { path } }))).toBe(
      'docs(TODO): move "sow" to "Beds"',
    )
    expect(subjectOf(drafted('moved', 'sow', { before: { path: ['Beds', 'sow'] } }))).toBe(
      'docs(TODO): move "sow"',
    )
    expect(subjectOf(drafted('moved', 'sow', { path: ['sow'], before: { path } }))).toBe(
      'docs(TODO): move "sow"',
    )
  })

  it('should keep to 72 characters, cut at a word', () => {
    const long = 'sow '.repeat(40).trim()
    const subjects = [
      subjectOf(drafted('dropped', long)),
      subjectOf(drafted('dropped', '🌱'.repeat(100))),
      subjectOf(drafted('renamed', long, { before: { title: 'sow in spring, or in autumn' } })),
    ]
    expect(subjects).toEqual([
      'docs(TODO): drop "sow sow sow sow sow sow sow sow sow sow sow sow sow…"',
      `docs(TODO): drop "${'🌱'.repeat(52)}…"`,
      'docs(TODO): rename "sow in spring, or in autumn"',
    ])
    expect(subjects.map((subject = '') => Array.from(subject).length <= 72)).not.toContain(false)
    const kinds = [
      'dropped',
      'checked',
      'added',
      'renamed',
      'moved',
      'edited',
      'unchecked',
    ] as const
    const many = kinds.flatMap((kind) =>
      Array.from({ length: 100 }, (_, index) => drafted(kind, `sow ${index}`)),
    )
    expect(subjectOf(...many)).toBe(
      'docs(TODO): drop 100 items, check 100, add 100, rename 100, move 100…',
    )
  })

  it('should count several, and list them', () => {
    expect(
      draft(drafted('added', 'peas'), drafted('dropped', 'beans'), drafted('dropped', 'kale')),
    ).toMatchObject({
      subject: 'docs(TODO): drop 2 items, add 1',
      body: ['add "peas"', 'drop "beans"', 'drop "kale"'],
    })
  })

  it('should name the documents where they share a name that can be a scope', () => {
    const changes = [drafted('added', 'peas')]
    const scopeOf = (...files: string[]): string | undefined =>
      draftMessage(files.map((file) => ({ file, changes })))?.subject.split(':')[0]
    expect(scopeOf('a/TODO.md', 'b/TODO.md')).toBe('docs(TODO)')
    expect(scopeOf('TODO.md', 'ROADMAP.md')).toBe('docs')
    expect(scopeOf('my (old) list.md')).toBe('docs')
    expect(
      draftMessage([
        { file: 'TODO.md', changes },
        { file: 'ROADMAP.md', changes: [] },
      ])?.subject,
    ).toBe('docs(TODO): add "peas"')
  })

  it('should need one trailer where the same holds of all that left', () => {
    const done = { title: '', shortTitle: '', isDone: true }
    expect(draft(drafted('checked', 'a'), drafted('checked', 'b'))?.trailers).toEqual([done])
    expect(draft({ ...drafted('dropped', 'a'), wasDone: true })?.trailers).toEqual([done])
    expect(draft(drafted('dropped', 'a'), drafted('added', 'b'))?.trailers).toEqual([
      { ...done, isDone: false },
    ])
    expect(draft(drafted('added', 'b'))?.trailers).toEqual([])
  })

  it('should tell items apart by how their titles begin', () => {
    const long = 'sow the beans of last year in the north bed'
    const trailers = draft(
      drafted('checked', `${long} before the rain comes`),
      drafted('dropped', `${long} behind the shed`),
      drafted('dropped', 'mulch the\n  paths'),
      drafted('dropped', 'mulch the paths between all the beds there are'),
      drafted('dropped', ''),
    )?.trailers
    expect(trailers?.map(({ shortTitle }) => shortTitle)).toEqual([
      `${long} before`,
      `${long} behind`,
      'mulch the paths',
      'mulch the paths between all the beds',
    ])
  })
})

describe('trailers of titles that begin alike', () => {
  const certain = (...changes: DraftedChange[]): (readonly [string, boolean])[] =>
    (draft(...changes)?.trailers ?? []).map(({ shortTitle, isDone }) => [shortTitle, isDone])

  it('should be certain of none that would speak of an open one as well', () => {
    expect(certain(drafted('checked', 'Mulch'), drafted('dropped', 'mulch the paths'))).toEqual([
      ['Mulch', false],
      ['mulch the paths', false],
    ])
    expect(certain(drafted('dropped', 'mulch'), drafted('checked', 'Mulch the paths'))).toEqual([
      ['Mulch the paths', true],
      ['mulch', false],
    ])
  })

  it('should name no more than ten of one outcome', () => {
    const many = (change: Change['change'], count: number): DraftedChange[] =>
      Array.from({ length: count }, (_, index) => drafted(change, `${change} bed ${index}.`))
    const counts = (...changes: DraftedChange[]): readonly [number, readonly string[]] => {
      const all = certain(...changes)
      return [
        all.filter(([, isDone]) => isDone).length,
        all.filter(([, isDone]) => !isDone).map(([title]) => title),
      ]
    }
    expect(counts(...many('checked', 10), drafted('dropped', 'mulch'))).toEqual([10, ['mulch']])
    expect(counts(...many('checked', 11), drafted('dropped', 'mulch'))).toEqual([0, ['mulch']])
    expect(counts(...many('dropped', 11), drafted('checked', 'mulch'))).toEqual([1, ['']])
    expect(certain(...many('checked', 1500))).toEqual([['', true]])
  })

  it('should ask once of two of one title', () => {
    expect(
      certain(drafted('checked', 'sow'), drafted('dropped', 'sow'), drafted('checked', 'dig')),
    ).toEqual([
      ['dig', true],
      ['sow', false],
    ])
  })

  it('should tell beginnings apart without regard to case', () => {
    const long = 'sow the beans of last year in the north bed'
    expect(
      certain(
        drafted('checked', `${long} early`),
        drafted('dropped', `${long.toUpperCase()} late`),
      ),
    ).toEqual([
      [`${long} early`, true],
      [`${long.toUpperCase()} late`, false],
    ])
  })
})

describe('cutText', () => {
  it.each([
    ['sow in rows', 11, 'sow in rows'],
    ['sow in rows', 10, 'sow in…'],
    ['sow in, rows', 11, 'sow in…'],
    ['sowinlongrows', 6, 'sowin…'],
    ['a sowinlongrows', 8, 'a sowin…'],
  ])('should cut %j to %i', (text, longest, cut) => {
    expect(cutText(text, longest)).toBe(cut)
  })
})
