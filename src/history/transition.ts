import type { Change } from '../diff/change.ts'
import type { ItemKind } from '../document/document.ts'

/** An item that came or went between two revisions, as it is known again later. */
export interface Trace {
  /** Its number in the revision that has it. */
  readonly number: number
  readonly kind: ItemKind
  readonly path: readonly string[]
  /** Hash of all that it says, those below it included. */
  readonly key: string
}

/** A change, as a history keeps it: without texts, which the revisions hold. */
export interface TracedChange extends Change {
  readonly old?: number
  readonly new?: number
  /** Whether the item came or went with the one around it. */
  readonly isPart?: true
}

/** Items that kept their order and stayed together: `[first old number, first new number, count]`. */
export type Run = readonly [old: number, number: number, count: number]

/**
 * What happened to a document from one revision to the next.
 *
 * It is the same whatever commits made it, so that it can be kept by the ids of the two blobs.
 */
export interface Transition {
  readonly runs: readonly Run[]
  readonly changes: readonly TracedChange[]
  /** All items that are new, in document order, those below others included. */
  readonly came: readonly Trace[]
  /** All items that are gone. */
  readonly went: readonly Trace[]
  /** Number of items after it. */
  readonly size: number
}
