import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/history/judge-merge.ts'
import { type OwnedChange, selectOwnChanges } from '../../src/history/select-own-changes.ts'
import type { TracedChange } from '../../src/history/transition.ts'

function owned(change: TracedChange['change'], item: string, title = item): OwnedChange {
  return { item, change: { change, kind: 'bullet', title, path: [title] } }
}

/** A part of an item that came or went. */
function part(change: 'added' | 'dropped', ...path: string[]): OwnedChange {
  const title = path.at(-1) ?? ''
  return { item: title, change: { change, kind: 'bullet', title, path, isPart: true } }
}

const all: Verdict = { hasAdded: () => true, hasDropped: () => true }
const none: Verdict = { hasAdded: () => false, hasDropped: () => false }

describe('selectOwnChanges', () => {
  it('should take all changes of a commit with one parent, in their order', () => {
    const changes = [owned('dropped', 'peas'), owned('added', 'beans'), owned('edited', 'beans')]
    expect(selectOwnChanges([changes], all)).toEqual(changes)
  })

  it('should find nothing where there is no parent, or a parent from which nothing changed', () => {
    expect(selectOwnChanges([], all)).toEqual([])
    expect(selectOwnChanges([[owned('edited', 'peas')], []], all)).toEqual([])
    expect(selectOwnChanges([[], [owned('edited', 'peas')]], all)).toEqual([])
  })

  it('should take what changed from each parent, as the first shows it', () => {
    const first = [owned('moved', 'rake', 'as main had it'), owned('renamed', 'kale')]
    const second = [owned('edited', 'kale'), owned('moved', 'rake', 'as the side had it')]
    expect(selectOwnChanges([first, second], none)).toEqual([first[0]])
    expect(selectOwnChanges([first, second, [owned('edited', 'rake')]], none)).toEqual([])
  })

  it('should take what came and went by the verdict, from whichever parent, once', () => {
    const first = [owned('added', 'peas'), owned('dropped', 'kale')]
    const second = [owned('added', 'peas'), owned('added', 'leek'), owned('dropped', 'cress')]
    const verdict: Verdict = {
      hasAdded: (item) => item !== 'leek',
      hasDropped: (item) => item === 'cress',
    }
    expect(selectOwnChanges([first, second], verdict)).toEqual([first[0], second[2]])
  })

  it('should tell for itself what came or went with an item of which nothing is told', () => {
    const shed = owned('dropped', 'shed')
    const inShed = part('dropped', 'shed', 'rake')
    const inPond = [part('dropped', 'pond', 'frogs'), part('dropped', 'pond', 'frogs', 'newts')]
    const came = part('added', 'shed', 'hoe')
    expect(selectOwnChanges([[shed, inShed, ...inPond, came], []], all)).toEqual([
      shed,
      inShed,
      { item: 'frogs', change: bare(inPond[0]!) },
      inPond[1],
      { item: 'hoe', change: bare(came) },
    ])
  })
})

function bare({ change: { isPart: _, ...change } }: OwnedChange): TracedChange {
  return change
}
