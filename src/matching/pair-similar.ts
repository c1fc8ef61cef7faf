import { assignPairs, type Candidate } from './assign-pairs.ts'
import { findCandidates } from './find-candidates.ts'
import { pairChildren } from './pair-children.ts'
import type { Pairing } from './pairing.ts'

/**
 * Pairs items that were renamed, edited or moved and edited, by what they say.
 *
 * All free items of both revisions are weighed against each other, and the pairs are chosen that are
 * best together. First those that hold others: what stands in them is then looked for there.
 */
export function pairSimilar(pairing: Pairing): void {
  pairAll(pairing, findCandidates(pairing, 'holders'))
  pairAll(pairing, findCandidates(pairing, 'all'))
  // What was paired last shows where the rest belongs.
  pairAll(pairing, findCandidates(pairing, 'all'))
}

function pairAll(pairing: Pairing, candidates: readonly Candidate[]): void {
  const chosen = assignPairs(candidates)
  for (const { old, new: number } of chosen) pairing.pair(old, number)
  for (const { old, new: number } of chosen) pairChildren(pairing, old, number)
}
