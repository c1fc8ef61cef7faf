/**
 * What became of an item.
 *
 * - `shipped`: the commit that took it out did what it asks for.
 * - `done`: it was done elsewhere.
 * - `abandoned`: it was given up.
 * - `merged`: another item took it over.
 * - `undone`: it came back later.
 * - `unknown`: nothing tells.
 */
export type Outcome = (typeof outcomes)[number]

/** All outcomes, in the order in which a changelog lists them. */
export const outcomes = ['shipped', 'done', 'abandoned', 'merged', 'undone', 'unknown'] as const

/** Why an outcome is what it is. */
export interface Evidence {
  /** The rule that decided: a key of the registry of rules, or `override`. */
  readonly rule: string
  /** What it went by, as it is written: a trailer, a sentence of the message, a commit's type. */
  readonly text: string
}
