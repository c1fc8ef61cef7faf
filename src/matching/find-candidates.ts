import type { Candidate } from './assign-pairs.ts'
import { choosePartners } from './choose-partners.ts'
import { countPairedBelow } from './count-paired-below.ts'
import type { Forest } from './forest.ts'
import { entryAt, type Pairing } from './pairing.ts'
import { type FreeItem, readProfile } from './profile.ts'
import { scorePair } from './score-pair.ts'

/** Two items that are less alike than this are two. */
const LEAST = 0.5

/**
 * Finds the free items of both revisions that may be the same, with how alike they are.
 *
 * @param which `holders` for those alone that have, or had, others below them.
 */
export function findCandidates(pairing: Pairing, which: 'holders' | 'all'): Candidate[] {
  const olds = readFree(pairing.old, pairing.freeOld(), which)
  const news = readFree(pairing.new, pairing.freeNew(), which)
  if (olds.length === 0 || news.length === 0) return []
  const below = countPairedBelow(pairing)
  const partnersOf = choosePartners(pairing, olds, news, below)
  return olds.flatMap((old) =>
    partnersOf(old).flatMap((revised): Candidate[] => {
      const score = scorePair({
        pairing,
        old: old.number,
        new: revised.number,
        oldProfile: old.profile,
        newProfile: revised.profile,
        below,
      })
      return score < LEAST ? [] : [{ old: old.number, new: revised.number, score }]
    }),
  )
}

function readFree(
  forest: Forest,
  free: readonly number[],
  which: 'holders' | 'all',
): readonly FreeItem[] {
  const all = new Set(free)
  const isFree = (number: number): boolean => all.has(number)
  return free
    .filter((number) => which === 'all' || entryAt(forest, number).children.length > 0)
    .map((number) => ({ number, profile: readProfile(forest, number, isFree) }))
}
