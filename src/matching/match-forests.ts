import type { Forest } from './forest.ts'
import { pairChildren } from './pair-children.ts'
import { pairMoved } from './pair-moved.ts'
import { Pairing, type Matching } from './pairing.ts'
import { pairLeftovers } from './pair-leftovers.ts'
import { pairSimilar } from './pair-similar.ts'

/**
 * Finds which items of two revisions are the same.
 *
 * From what is certain to what is likely: those at the same place by what they say and by title,
 * those that say the same anywhere, those that are most alike, all weighed together. No item is
 * paired with one of another kind.
 */
export function matchForests(old: Forest, revised: Forest): Matching {
  const pairing = new Pairing(old, revised)
  pairChildren(pairing, -1, -1)
  for (const step of [pairMoved, pairSimilar, pairLeftovers]) if (!pairing.isDone) step(pairing)
  return pairing
}
