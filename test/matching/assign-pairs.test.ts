import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignPairs, type Candidate } from '../../src/matching/assign-pairs.ts'

/** What a bid goes beyond the second choice by: the sum may miss the best one by that an item. */
const STEP = 1 / 512

describe('assignPairs', () => {
  it('should choose nothing from nothing', () => {
    expect(assignPairs([])).toEqual([])
  })

  it('should choose the only pair, however little speaks for it', () => {
    expect(assignPairs(candidates([[3, 7, 0.001]]))).toEqual(candidates([[3, 7, 0.001]]))
  })

  it('should choose two good pairs rather than the best one and a left-over', () => {
    const given = candidates([
      [0, 0, 1],
      [0, 1, 0.9],
      [1, 0, 0.9],
    ])
    expect(assignPairs(given)).toEqual(
      candidates([
        [0, 1, 0.9],
        [1, 0, 0.9],
      ]),
    )
  })

  it('should choose the best pair where its left-over is worth less than what it gains', () => {
    const given = candidates([
      [0, 0, 1],
      [0, 1, 0.55],
      [1, 0, 0.4],
    ])
    expect(assignPairs(given)).toEqual(candidates([[0, 0, 1]]))
  })

  it('should pass on along a chain in which each takes the second choice', () => {
    const given = candidates([
      [0, 0, 1],
      [0, 1, 0.9],
      [1, 1, 1],
      [1, 2, 0.9],
      [2, 2, 1],
      [2, 3, 0.9],
      [3, 0, 0.8],
    ])
    expect(pairsOf(assignPairs(given))).toEqual(['0-1', '1-2', '2-3', '3-0'])
  })

  it('should leave the less alike of two that want one item alone', () => {
    const given = candidates([
      [0, 5, 0.6],
      [1, 5, 0.9],
      [2, 5, 0.7],
    ])
    expect(assignPairs(given)).toEqual(candidates([[1, 5, 0.9]]))
  })

  it('should keep items that are all alike in their order', () => {
    const given = [0, 1, 2, 3].flatMap((old) => [0, 1, 2, 3].map((number) => [old, number, 1]))
    expect(pairsOf(assignPairs(candidates(given)))).toEqual(['0-0', '1-1', '2-2', '3-3'])
  })

  it('should give the pairs by the number of the old item', () => {
    const given = candidates([
      [9, 1, 0.9],
      [2, 8, 0.9],
      [5, 4, 0.9],
    ])
    expect(pairsOf(assignPairs(given))).toEqual(['2-8', '5-4', '9-1'])
  })

  it('should not change what it is given', () => {
    const given = Object.freeze(
      candidates([
        [1, 0, 0.9],
        [0, 0, 1],
      ]).map((candidate) => Object.freeze(candidate)),
    )
    expect(pairsOf(assignPairs(given))).toEqual(['0-0'])
  })

  it('should choose pairs that share no item, from those it was given, the same each time', () => {
    fc.assert(
      fc.property(graph(8), (given) => {
        const chosen = assignPairs(given)
        expect(new Set(chosen.map(({ old }) => old)).size).toBe(chosen.length)
        expect(new Set(chosen.map((pair) => pair.new)).size).toBe(chosen.length)
        expect(chosen.every((pair) => given.includes(pair))).toBe(true)
        expect(assignPairs(structuredClone(given))).toEqual(chosen)
      }),
      { numRuns: 3000, seed: 1 },
    )
  })

  it('should be below the best sum by no more than a step for each item', () => {
    fc.assert(
      fc.property(graph(5), (given) => {
        const items = new Set(given.map(({ old }) => old)).size
        const best = bestSum(given)
        expect(sumOf(assignPairs(given))).toBeGreaterThanOrEqual(best - STEP * items - 1e-9)
        expect(sumOf(assignPairs(given))).toBeLessThanOrEqual(best + 1e-9)
      }),
      { numRuns: 3000, seed: 2 },
    )
  })

  it('should be below the best sum by no more than a step for each item in a long price war', () => {
    // Five want four, and all of them nearly the same: prices rise by single steps.
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 20, maxLength: 20 }),
        (scores) => {
          const given = candidates(
            scores.map((score, index) => [index % 5, Math.floor(index / 5), 0.9 + score / 2048]),
          )
          expect(assignPairs(given)).toHaveLength(4)
          expect(sumOf(assignPairs(given))).toBeGreaterThanOrEqual(bestSum(given) - STEP * 5)
        },
      ),
      { numRuns: 500, seed: 3 },
    )
  })
})

function candidates(given: readonly (readonly number[])[]): Candidate[] {
  return given.map(([old = 0, number = 0, score = 0]) => ({ old, new: number, score }))
}

function pairsOf(chosen: readonly Candidate[]): string[] {
  return chosen.map(({ old, new: number }) => `${old}-${number}`)
}

function sumOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { score }) => sum + score, 0)
}

/** Graphs of up to as many items on either side; scores as pairs have them, and equal ones. */
function graph(size: number): fc.Arbitrary<Candidate[]> {
  const score = fc.oneof(
    fc.constantFrom(0.5, 0.9, 1, 1.2),
    fc.double({ min: 0.01, max: 1.2, noNaN: true }),
  )
  const side = fc.nat(size - 1)
  return fc
    .uniqueArray(fc.tuple(side, side, score), {
      selector: ([old, number]) => `${old}-${number}`,
      maxLength: size * size,
    })
    .map(candidates)
}

/** Tries every choice. */
function bestSum(given: readonly Candidate[]): number {
  const olds = [...new Set(given.map(({ old }) => old))]
  const choose = (index: number, taken: ReadonlySet<number>): number => {
    const old = olds[index]
    if (old === undefined) return 0
    const sums = given
      .filter((each) => each.old === old && !taken.has(each.new))
      .map((each) => each.score + choose(index + 1, new Set([...taken, each.new])))
    return Math.max(choose(index + 1, taken), ...sums)
  }
  return choose(0, new Set())
}
