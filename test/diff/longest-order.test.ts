import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLongestOrder, type Ordered } from '../../src/diff/longest-order.ts'

describe('findLongestOrder', () => {
  it.each([
    ['nothing', [], []],
    ['one item', [7], [7]],
    ['items that stayed', [1, 2, 3, 4], [1, 2, 3, 4]],
    ['all but the one that went to the end', [4, 1, 2, 3], [1, 2, 3]],
    ['all but the one that came to the front', [2, 3, 4, 1], [2, 3, 4]],
    ['all but two that were swapped', [4, 2, 3, 1], [2, 3]],
    ['places with gaps between them', [10, 500, 20, 30], [10, 20, 30]],
  ])('should keep %s', (_, places, kept) => {
    const items = places.map((place) => ({ place, weight: 1 }))
    expect(placesOf(items, findLongestOrder(items))).toEqual(kept)
  })

  it('should keep one heavy item rather than many light ones', () => {
    const items = ordered([
      [4, 10],
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(placesOf(items, findLongestOrder(items))).toEqual([4])
  })

  it('should keep many light items rather than one that weighs less than all of them', () => {
    const items = ordered([
      [4, 8],
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(placesOf(items, findLongestOrder(items))).toEqual([1, 2, 3])
  })

  it('should keep one of many in the opposite order', () => {
    const items = ordered([
      [4, 1],
      [3, 1],
      [2, 2],
      [1, 1],
    ])
    expect(placesOf(items, findLongestOrder(items))).toEqual([2])
  })

  it('should not change what it is given, and say the same each time', () => {
    const items = Object.freeze(
      ordered([
        [2, 1],
        [1, 1],
        [3, 1],
      ]),
    )
    const first = findLongestOrder(items)
    expect(findLongestOrder(items)).toEqual(first)
    expect(items.map(({ place }) => place)).toEqual([2, 1, 3])
  })

  it('should keep growing places of the greatest weight that there is', () => {
    const order = fc
      .shuffledSubarray([1, 2, 3, 5, 8, 13, 21, 34, 55], { maxLength: 9 })
      .chain((places) =>
        fc
          .array(fc.integer({ min: 1, max: 20 }), {
            minLength: places.length,
            maxLength: places.length,
          })
          .map((weights) => places.map((place, at) => ({ place, weight: weights[at] ?? 1 }))),
      )
    fc.assert(
      fc.property(order, (items) => {
        const kept = findLongestOrder(items)
        expect(kept).toHaveLength(items.length)
        const places = placesOf(items, kept)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const weight = items.reduce((sum, item, at) => sum + (kept[at] ? item.weight : 0), 0)
        expect(weight).toBe(heaviest(items))
      }),
      { numRuns: 3000, seed: 1 },
    )
  })
})

function ordered(given: readonly (readonly number[])[]): Ordered[] {
  return given.map(([place = 0, weight = 0]) => ({ place, weight }))
}

function placesOf(items: readonly Ordered[], kept: readonly boolean[]): number[] {
  return items.filter((_, at) => kept[at]).map(({ place }) => place)
}

/** Tries every choice. */
function heaviest(items: readonly Ordered[], above = -1): number {
  const [first, ...rest] = items
  if (first === undefined) return 0
  const without = heaviest(rest, above)
  if (first.place <= above) return without
  return Math.max(without, first.weight + heaviest(rest, first.place))
}
