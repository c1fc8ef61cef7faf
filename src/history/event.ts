import type { Change } from '../diff/change.ts'
import type { Revision } from './history-source.ts'

/** A change with the commit that made it. */
export interface HistoryEvent extends Change {
  /**
   * Identity of the item: the same from the commit that added it to the one that dropped it, through
   * renames, moves and edits, and when it is brought back. 12 hex digits.
   */
  readonly item: string
  readonly revision: Revision
  /** Whether it came or went with the item around it, whose event tells it: only its own life does. */
  readonly isPart?: true
}

/** When an item came, and when it last changed. */
export interface ItemLife {
  /** Absent where the history does not go back as far (a shallow clone). */
  readonly added?: Revision
  /** The commit that added it, where nothing happened to it since; moves that follow from others do not count. */
  readonly changed?: Revision
}

/** The events of a document's history, and the items that it has at last. */
export interface DocumentEvents {
  /** Newest first; those of one commit in document order. */
  readonly events: readonly HistoryEvent[]
  /** Identities of the items of the newest revision, in document order; absent where it has none. */
  readonly tip: readonly string[] | undefined
  /** Blob id of that revision: the newest one that can be read. */
  readonly blob: string | undefined
  /** What could not be read, a sentence each. */
  readonly notes: readonly string[]
}
