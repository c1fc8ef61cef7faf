import { describe, expect, it } from 'vitest'
import type { DocumentHistory, Revision } from '../../src/history/history-source.ts'
import { traceHistory } from '../../src/history/trace-history.ts'
import type { Trace, TracedChange, Transition } from '../../src/history/transition.ts'
import { createRevision } from '../fakes/revision.ts'
import { tellEvents } from './tell-events.ts'

/** What one commit made of a document: blobs are single letters, and a space is no document. */
interface Step {
  readonly subject: string
  /** Such as `a>b`; a merge has `ab>c`. */
  readonly blobs: string
}

function revisionsOf(steps: readonly Step[]): Revision[] {
  const toBlob = (letter: string): string | undefined => (letter === ' ' ? undefined : letter)
  return steps.toReversed().map(({ subject, blobs }) => {
    const [before = '', after = ''] = blobs.split('>')
    return createRevision({
      commit: `commit of ${subject}`,
      subject,
      before: Array.from(before, toBlob),
      after: toBlob(after),
    })
  })
}

/** Reads a history from its steps, the oldest first. */
function trace(
  steps: readonly Step[],
  transitions: Readonly<Record<string, Partial<Transition>>>,
  rest: Partial<DocumentHistory> = {},
): ReturnType<typeof traceHistory> & { readonly asked: readonly string[]; told: string[] } {
  const asked: string[] = []
  const history = { revisions: revisionsOf(steps), cuts: new Set<string>(), ...rest }
  const tip = 'tip' in rest ? rest.tip : history.revisions[0]?.after
  const result = traceHistory({ ...history, tip }, (before, after) => {
    const name = `${before ?? ' '}>${after ?? ' '}`
    asked.push(name)
    const found = transitions[name]
    if (found === undefined) throw new Error(`no transition ${name}`)
    return { runs: [], changes: [], came: [], went: [], size: 0, ...found }
  })
  return { ...result, asked, told: tellEvents(result.events) }
}

function at(number: number, ...path: string[]): Trace {
  return { number, kind: 'bullet', path, key: path.join('/') }
}

function added(number: number, ...path: string[]): TracedChange {
  return { change: 'added', kind: 'bullet', title: path.at(-1) ?? '', path, new: number }
}

function dropped(number: number, ...path: string[]): TracedChange {
  return { change: 'dropped', kind: 'bullet', title: path.at(-1) ?? '', path, old: number }
}

function changed(
  change: 'renamed' | 'moved' | 'edited' | 'checked',
  old: number,
  number: number,
  ...path: string[]
): TracedChange {
  return { change, kind: 'bullet', title: path.at(-1) ?? '', path, old, new: number }
}

/** `peas` and `beans` come. */
const start = {
  came: [at(0, 'peas'), at(1, 'beans')],
  changes: [added(0, 'peas'), added(1, 'beans')],
  size: 2,
}

describe('traceHistory', () => {
  it('should tell nothing of no commits', () => {
    expect(trace([], {}, { tip: undefined })).toMatchObject({ events: [], tip: undefined })
  })

  it('should tell the newest commit first, and the changes of one in their order', () => {
    const { told, asked, tip, events } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'two', blobs: 'a>b' },
        { subject: 'three', blobs: 'b>c' },
      ],
      {
        ' >a': start,
        'a>b': {
          runs: [[0, 1, 1]],
          came: [at(0, 'kale')],
          went: [at(1, 'beans')],
          changes: [added(0, 'kale'), changed('checked', 0, 1, 'sweet peas'), dropped(1, 'beans')],
          size: 2,
        },
        'b>c': { runs: [[0, 0, 2]], changes: [changed('edited', 1, 1, 'sweet peas')], size: 2 },
      },
    )
    expect(asked).toEqual([' >a', 'a>b', 'b>c'])
    expect(told).toEqual([
      'three: edited sweet peas',
      'two: added kale',
      'two: checked sweet peas',
      'two: dropped beans',
      'one: added peas',
      'one: added beans',
    ])
    const [edited, kale, checked, , peas] = events.map(({ item }) => item)
    expect([edited, checked]).toEqual([peas, peas])
    expect(tip).toEqual([kale, peas])
  })

  it('should give events without the numbers that they are counted by', () => {
    const { events } = trace([{ subject: 'one', blobs: ' >a' }], {
      ' >a': { came: [at(0, 'peas')], changes: [added(0, 'peas')], size: 1 },
    })
    const [revision] = revisionsOf([{ subject: 'one', blobs: ' >a' }])
    expect(events).toStrictEqual([
      {
        change: 'added',
        kind: 'bullet',
        title: 'peas',
        path: ['peas'],
        item: events[0]?.item,
        revision,
      },
    ])
  })

  it('should follow items through runs that are out of order', () => {
    const { tip, events } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'two', blobs: 'a>b' },
      ],
      {
        ' >a': {
          came: [at(0, 'a'), at(1, 'b'), at(2, 'c'), at(3, 'd')],
          changes: [added(0, 'a'), added(1, 'b'), added(2, 'c'), added(3, 'd')],
          size: 4,
        },
        'a>b': {
          runs: [
            [2, 0, 2],
            [0, 2, 2],
          ],
          size: 4,
        },
      },
    )
    const [a, b, c, d] = events.map(({ item }) => item)
    expect(tip).toEqual([c, d, a, b])
  })

  it('should tell what came and went with the item around it as a part, of its own identity', () => {
    const { told, events, tip } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'two', blobs: 'a>b' },
      ],
      {
        ' >a': {
          came: [at(0, 'shed'), at(1, 'shed', 'rake')],
          changes: [added(0, 'shed')],
          size: 2,
        },
        'a>b': {
          went: [at(0, 'shed'), at(1, 'shed', 'rake')],
          changes: [dropped(0, 'shed')],
          size: 0,
        },
      },
    )
    expect(told).toEqual([
      'two: dropped shed',
      'two: dropped shed › rake (part)',
      'one: added shed',
      'one: added shed › rake (part)',
    ])
    expect(events.slice(0, 2).map(({ item }) => item)).toEqual(
      events.slice(2).map(({ item }) => item),
    )
    expect(events[3]).toMatchObject({ kind: 'bullet', title: 'rake', path: ['shed', 'rake'] })
    expect(tip).toEqual([])
  })

  it('should tell that a document was removed, and bring its items back', () => {
    const { told, events, tip } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'two', blobs: 'a> ' },
        { subject: 'three', blobs: ' >b' },
      ],
      {
        ' >a': start,
        'a> ': {
          went: [at(0, 'peas'), at(1, 'beans')],
          changes: [dropped(0, 'peas'), dropped(1, 'beans')],
        },
        ' >b': { came: [at(0, 'beans')], changes: [added(0, 'beans')], size: 1 },
      },
    )
    expect(told.slice(0, 3)).toEqual([
      'three: added beans',
      'two: dropped peas',
      'two: dropped beans',
    ])
    expect(tip).toEqual([events[4]?.item])
    expect(events[0]?.item).toBe(events[4]?.item)
  })

  it('should know no items at last where the document is gone', () => {
    const { tip } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'two', blobs: 'a> ' },
      ],
      {
        ' >a': start,
        'a> ': {
          went: [at(0, 'peas'), at(1, 'beans')],
          changes: [dropped(0, 'peas'), dropped(1, 'beans')],
        },
      },
    )
    expect(tip).toBeUndefined()
  })

  it('should tell nothing of a commit at which the clone was cut, and know its items', () => {
    const { told, tip } = trace(
      [
        { subject: 'cut', blobs: ' >a' },
        { subject: 'two', blobs: 'a>b' },
      ],
      {
        ' >a': start,
        'a>b': {
          runs: [[0, 0, 1]],
          went: [at(1, 'beans')],
          changes: [dropped(1, 'beans')],
          size: 1,
        },
      },
      { cuts: new Set(['commit of cut']) },
    )
    expect(told).toEqual(['two: dropped beans'])
    expect(tip).toHaveLength(1)
  })

  it('should know the items of a blob that comes back by another way', () => {
    const { events, tip } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'two', blobs: 'a>b' },
        { subject: 'back', blobs: 'b>a' },
      ],
      {
        ' >a': start,
        'a>b': { went: start.came, changes: [dropped(0, 'peas'), dropped(1, 'beans')], size: 0 },
        'b>a': start,
      },
    )
    expect(tip).toEqual(events.slice(0, 2).map(({ item }) => item))
    expect(tip).toEqual(events.slice(4).map(({ item }) => item))
  })

  it('should not take what a commit takes away for what it brings, though it came back before', () => {
    const { events, told } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'drop', blobs: 'a>b' },
        { subject: 'back', blobs: 'b>c' },
        { subject: 'replace', blobs: 'c>d' },
      ],
      {
        ' >a': start,
        'a>b': { runs: [[1, 0, 1]], went: [at(0, 'peas')], changes: [dropped(0, 'peas')], size: 1 },
        'b>c': { runs: [[0, 1, 1]], came: [at(0, 'peas')], changes: [added(0, 'peas')], size: 2 },
        'c>d': {
          runs: [[1, 1, 1]],
          went: [at(0, 'peas')],
          came: [{ ...at(0, 'peas'), key: 'other peas' }],
          changes: [dropped(0, 'peas'), added(0, 'peas')],
          size: 2,
        },
      },
    )
    expect(told.slice(0, 4)).toEqual([
      'replace: dropped peas',
      'replace: added peas',
      'back: added peas',
      'drop: dropped peas',
    ])
    const [replaced, other, back, gone, first] = events.map(({ item }) => item)
    expect([replaced, back, gone]).toEqual([first, first, first])
    expect(other).not.toBe(first)
  })

  it('should take what no commit brought for older than the history, and know it on each way', () => {
    const { told, events, tip } = trace(
      [
        { subject: 'main', blobs: 'u>m' },
        { subject: 'side', blobs: 'u>s' },
        { subject: 'other', blobs: 'v>w' },
      ],
      {
        'u>m': {
          runs: [[0, 0, 1]],
          went: [at(1, 'beans')],
          changes: [dropped(1, 'beans'), changed('edited', 0, 0, 'peas')],
          size: 1,
        },
        'u>s': { runs: [[0, 0, 2]], changes: [changed('renamed', 1, 1, 'leek')], size: 2 },
        'v>w': { runs: [[0, 0, 1]], changes: [changed('checked', 0, 0, 'kale')], size: 1 },
      },
    )
    expect(told).toEqual([
      'other: checked kale',
      'side: renamed leek',
      'main: dropped beans',
      'main: edited peas',
    ])
    const [kale, leek, beans, peas] = events.map(({ item }) => item)
    expect(leek).toBe(beans)
    expect(tip).toEqual([kale])
    expect(new Set([kale, leek, peas]).size).toBe(3)
  })

  it('should not take a transition for whole in which an item comes from nowhere', () => {
    expect(() =>
      trace([{ subject: 'one', blobs: ' >a' }], { ' >a': { came: [at(0, 'peas')], size: 2 } }),
    ).toThrow('an item of a revision came from nowhere')
  })
})

describe('traceHistory, of merges', () => {
  /** Main adds kale behind, the side adds cress before. */
  const branches = [
    { subject: 'one', blobs: ' >a' },
    { subject: 'main', blobs: 'a>m' },
    { subject: 'side', blobs: 'a>s' },
  ]
  const before = {
    ' >a': start,
    'a>m': { runs: [[0, 0, 2]], came: [at(2, 'kale')], changes: [added(2, 'kale')], size: 3 },
    'a>s': { runs: [[0, 1, 2]], came: [at(0, 'cress')], changes: [added(0, 'cress')], size: 3 },
  } satisfies Record<string, Partial<Transition>>

  it('should tell what a branch did once, in its own commit', () => {
    const { told, asked, tip, events } = trace([...branches, { subject: 'merge', blobs: 'ms>r' }], {
      ...before,
      'm>r': { runs: [[0, 1, 3]], came: [at(0, 'cress')], changes: [added(0, 'cress')], size: 4 },
      's>r': { runs: [[0, 0, 3]], came: [at(3, 'kale')], changes: [added(3, 'kale')], size: 4 },
    })
    expect(asked).toEqual([' >a', 'a>m', 'a>s', 'm>r', 's>r'])
    expect(told).toEqual([
      'side: added cress',
      'main: added kale',
      'one: added peas',
      'one: added beans',
    ])
    const [cress, kale, peas, beans] = events.map(({ item }) => item)
    expect(tip).toEqual([cress, peas, beans, kale])
  })

  it('should tell of a merge what neither parent had, and what it dropped of both', () => {
    const { told, tip, events } = trace([...branches, { subject: 'merge', blobs: 'ms>r' }], {
      ...before,
      'm>r': {
        runs: [[1, 1, 2]],
        came: [at(0, 'cress'), at(3, 'leek')],
        went: [at(0, 'peas')],
        changes: [added(0, 'cress'), dropped(0, 'peas'), added(3, 'leek')],
        size: 4,
      },
      's>r': {
        runs: [
          [0, 0, 1],
          [2, 1, 1],
        ],
        came: [at(2, 'kale'), at(3, 'leek')],
        went: [at(1, 'peas')],
        changes: [dropped(1, 'peas'), added(2, 'kale'), added(3, 'leek')],
        size: 4,
      },
    })
    expect(told.slice(0, 2)).toEqual(['merge: dropped peas', 'merge: added leek'])
    expect(told.slice(2, 4)).toEqual(['side: added cress', 'main: added kale'])
    const [peas, leek, cress, kale, first, beans] = events.map(({ item }) => item)
    expect(peas).toBe(first)
    expect(tip).toEqual([cress, beans, kale, leek])
  })

  it('should drop in a merge what one side took away and the other kept, without an event', () => {
    const { told } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'main', blobs: 'a>m' },
        { subject: 'side', blobs: 'a>s' },
        { subject: 'merge', blobs: 'ms>r' },
        { subject: 'back', blobs: 'r>t' },
      ],
      {
        ' >a': start,
        'a>m': { runs: [[1, 0, 1]], went: [at(0, 'peas')], changes: [dropped(0, 'peas')], size: 1 },
        'a>s': { runs: [[0, 0, 2]], changes: [changed('edited', 1, 1, 'beans')], size: 2 },
        'm>r': { runs: [[0, 0, 1]], changes: [changed('edited', 0, 0, 'beans')], size: 1 },
        's>r': { runs: [[1, 0, 1]], went: [at(0, 'peas')], changes: [dropped(0, 'peas')], size: 1 },
        'r>t': { runs: [[0, 1, 1]], came: [at(0, 'peas')], changes: [added(0, 'peas')], size: 2 },
      },
    )
    expect(told).toEqual([
      'back: added peas',
      'side: edited beans',
      'main: dropped peas',
      'one: added peas',
      'one: added beans',
    ])
  })

  it('should not take what is still there on another branch for what came back', () => {
    const { events } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'side drops', blobs: 'a>s' },
        { subject: 'main adds its like', blobs: 'a>m' },
      ],
      {
        ' >a': start,
        'a>s': { runs: [[1, 0, 1]], went: [at(0, 'peas')], changes: [dropped(0, 'peas')], size: 1 },
        'a>m': { runs: [[0, 0, 2]], came: [at(2, 'peas')], changes: [added(2, 'peas')], size: 3 },
      },
    )
    expect(events[0]?.path).toEqual(['peas'])
    expect(events[0]?.item).not.toBe(events[1]?.item)
  })

  it('should give one item of two parents one identity, that of the first', () => {
    const { tip, events } = trace(
      [
        { subject: 'one', blobs: ' >a' },
        { subject: 'main', blobs: 'a>m' },
        { subject: 'side', blobs: 'a>s' },
        { subject: 'merge', blobs: 'ms>r' },
      ],
      {
        ...before,
        'a>s': { runs: [[0, 0, 2]], came: [at(2, 'kale')], changes: [added(2, 'kale')], size: 3 },
        'm>r': { runs: [[0, 0, 3]], size: 3 },
        's>r': { runs: [[0, 0, 3]], size: 3 },
      },
    )
    expect(tip).toEqual([events[2]?.item, events[3]?.item, events[1]?.item])
  })

  it('should know a merge of three branches', () => {
    const { told } = trace(
      [...branches, { subject: 'third', blobs: 'a>t' }, { subject: 'merge', blobs: 'mst>r' }],
      {
        ...before,
        'a>t': { runs: [[1, 0, 1]], went: [at(0, 'peas')], changes: [dropped(0, 'peas')], size: 1 },
        'm>r': {
          runs: [[1, 1, 2]],
          came: [at(0, 'cress')],
          went: [at(0, 'peas')],
          changes: [added(0, 'cress'), dropped(0, 'peas')],
          size: 3,
        },
        's>r': {
          runs: [
            [0, 0, 1],
            [2, 1, 1],
          ],
          came: [at(2, 'kale')],
          went: [at(1, 'peas')],
          changes: [dropped(1, 'peas'), added(2, 'kale')],
          size: 3,
        },
        't>r': {
          runs: [[0, 1, 1]],
          came: [at(0, 'cress'), at(2, 'kale')],
          changes: [added(0, 'cress'), added(2, 'kale')],
          size: 3,
        },
      },
    )
    expect(told).toEqual([
      'third: dropped peas',
      'side: added cress',
      'main: added kale',
      'one: added peas',
      'one: added beans',
    ])
  })
})
