import { describe, expect, it } from 'vitest'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { childrenOf, pathOf, siblingBehind } from '../../src/matching/forest.ts'
import { entryAt } from '../../src/matching/pairing.ts'
import { forestOf } from '../diff/diff-texts.ts'

const forest = forestOf(
  `# Garden

- sow
- tidy
  - sweep
  - hang

## Pond

- feed

# House
`,
  satteriEngine,
)

describe('readForest', () => {
  it('should number items in document order, parents before children', () => {
    const titles = forest.entries.map(({ title }) => title)
    expect(titles).toEqual(['Garden', 'sow', 'tidy', 'sweep', 'hang', 'Pond', 'feed', 'House'])
    expect(forest.parents).toEqual([-1, 0, 0, 2, 2, 0, 5, -1])
    expect(forest.ends).toEqual([7, 2, 5, 4, 5, 7, 7, 8])
    expect(forest.before).toEqual([undefined, undefined, 1, undefined, 3, 2, undefined, 0])
  })

  it('should number nothing where there is nothing', () => {
    expect(forestOf('', satteriEngine)).toEqual({ entries: [], parents: [], ends: [], before: [] })
  })
})

describe('siblingBehind', () => {
  it('should find the sibling right behind, and none behind the last', () => {
    const behind = forest.entries.map((_, number) => siblingBehind(forest, number))
    expect(behind).toEqual([7, 2, 5, 4, undefined, undefined, undefined, undefined])
  })
})

describe('childrenOf', () => {
  it('should list children without what is below them', () => {
    expect(childrenOf(forest, -1)).toEqual([0, 7])
    expect(childrenOf(forest, 0)).toEqual([1, 2, 5])
    expect(childrenOf(forest, 2)).toEqual([3, 4])
    expect(childrenOf(forest, 7)).toEqual([])
    expect(childrenOf(forestOf('', satteriEngine), -1)).toEqual([])
  })
})

describe('pathOf', () => {
  it('should list the titles from the outermost item', () => {
    expect(pathOf(forest, 4)).toEqual(['Garden', 'tidy', 'hang'])
    expect(pathOf(forest, 7)).toEqual(['House'])
  })
})

describe('entryAt', () => {
  it('should throw for a number that no item has', () => {
    expect(() => entryAt(forest, 8)).toThrow('there is no item 8')
  })
})
