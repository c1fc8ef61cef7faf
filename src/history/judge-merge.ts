import { type Lineage, readOwnLineage } from './lineage.ts'
import type { Step } from './step.ts'

/** Tells which items a commit itself brought and took away. */
export interface Verdict {
  /** Whether it has an item that no parent had, or kept one that a branch had taken away. */
  hasAdded(item: string): boolean
  /** Whether it has an item no more that all parents had, or left out one that a branch had brought. */
  hasDropped(item: string): boolean
}

/**
 * Judges what a merge did to items that only some of its parents had.
 *
 * Where a branch brought an item since the branches parted, a merge that does nothing of its own has it;
 * where a branch took it away, it has not. Only what is against that is the merge's. What no branch did,
 * or each of them, is in doubt, and nothing is told of it.
 *
 * @param items Identities of the items that the merge has.
 */
export function judgeMerge(steps: readonly Step[], items: readonly string[]): Verdict {
  const there = new Set(items)
  const sides = steps.map((step) => ({ ...step, had: new Set(step.items) }))
  const readOwn = rememberOwn()
  /** Each parent that had an item, beside each that had not. */
  const pairsOf = (item: string): Pair[][] => {
    const having = sides.filter(({ had }) => had.has(item))
    const lacking = sides.filter(({ had }) => !had.has(item))
    return lacking.map((other) => having.map((one) => readPair(item, one, other)))
  }
  const readPair = (item: string, one: Step, other: Step): Pair => {
    const [own, others] = [readOwn(one.lineage, other.lineage), readOwn(other.lineage, one.lineage)]
    return {
      isBrought: own.some(({ came }) => came.has(item)),
      isTaken: others.some(({ went }) => went.has(item)),
      isCertain: [...own, ...others].every(({ isCertain }) => isCertain),
    }
  }
  return {
    hasAdded: (item) => {
      if (!there.has(item)) return false
      return pairsOf(item).some((pairs) =>
        pairs.every(({ isBrought, isTaken, isCertain }) => isCertain && isTaken && !isBrought),
      )
    },
    hasDropped: (item) => {
      if (there.has(item)) return false
      return pairsOf(item)
        .flat()
        .every(({ isBrought, isTaken, isCertain }) => isCertain && isBrought && !isTaken)
    },
  }
}

/** What became of an item since two branches parted, of which one has it. */
interface Pair {
  readonly isBrought: boolean
  readonly isTaken: boolean
  /** Whether it is known which revisions led to either branch. */
  readonly isCertain: boolean
}

/** Many items are asked about, and few branches. */
function rememberOwn(): typeof readOwnLineage {
  const known = new Map<Lineage, Map<Lineage, Lineage[]>>()
  return (one, other) => {
    const others = known.get(one) ?? new Map<Lineage, Lineage[]>()
    const own = others.get(other) ?? readOwnLineage(one, other)
    known.set(one, others.set(other, own))
    return own
  }
}
