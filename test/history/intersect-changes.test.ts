import { describe, expect, it } from 'vitest'
import { intersectChanges, type OwnedChange } from '../../src/history/intersect-changes.ts'
import type { TracedChange } from '../../src/history/transition.ts'

function owned(change: TracedChange['change'], item: string, title = item): OwnedChange {
  return { item, change: { change, kind: 'bullet', title, path: [title] } }
}

describe('intersectChanges', () => {
  it('should take all changes of a commit with one parent, in their order', () => {
    const changes = [owned('dropped', 'peas'), owned('added', 'beans'), owned('edited', 'beans')]
    expect(intersectChanges([changes])).toEqual(changes)
  })

  it('should find nothing where there is no parent, or a parent from which nothing changed', () => {
    expect(intersectChanges([])).toEqual([])
    expect(intersectChanges([[owned('added', 'peas')], []])).toEqual([])
    expect(intersectChanges([[], [owned('added', 'peas')]])).toEqual([])
  })

  it('should take what changed from each parent, as the first shows it', () => {
    const first = [
      owned('added', 'from the side'),
      owned('dropped', 'by the merge', 'as main had it'),
      owned('renamed', 'kale'),
      owned('edited', 'rake'),
    ]
    const second = [
      owned('dropped', 'by the merge', 'as the side had it'),
      owned('edited', 'kale'),
      owned('edited', 'rake'),
      owned('added', 'from main'),
    ]
    expect(intersectChanges([first, second])).toEqual([first[1], first[3]])
    expect(intersectChanges([first, second, [owned('edited', 'rake')]])).toEqual([first[3]])
  })
})
