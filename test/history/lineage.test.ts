import { describe, expect, it } from 'vitest'
import { type Lineage, readOwnLineage, rootLineage } from '../../src/history/lineage.ts'

function grow(number: number, ...parents: Lineage[]): Lineage {
  return { ...rootLineage, number, parents }
}

const numbersOf = (one: Lineage, other: Lineage): number[] =>
  readOwnLineage(one, other).map(({ number }) => number)

describe('readOwnLineage', () => {
  const first = grow(0, rootLineage)
  const main = grow(3, grow(1, first))
  const side = grow(4, grow(2, first))

  it('should find what is behind one and not behind the other', () => {
    expect(numbersOf(main, side)).toEqual([3, 1])
    expect(numbersOf(side, main)).toEqual([4, 2])
    expect(numbersOf(main, rootLineage)).toEqual([3, 1, 0])
  })

  it('should find nothing of one that is behind the other, or the same', () => {
    expect(numbersOf(first, main)).toEqual([])
    expect(numbersOf(rootLineage, main)).toEqual([])
    expect(numbersOf(main, main)).toEqual([])
  })

  it('should go by all ways that were merged', () => {
    const merge = grow(5, main, side)
    expect(numbersOf(merge, side)).toEqual([5, 3, 1])
    expect(numbersOf(grow(6, side), merge)).toEqual([6])
    expect(numbersOf(grow(7, main, side), merge)).toEqual([7])
  })
})
