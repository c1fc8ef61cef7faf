import type { ItemKind, ItemStatus } from '../document/document.ts'

/** What can happen to an item between two revisions. */
export type ChangeKind =
  'added' | 'dropped' | 'renamed' | 'moved' | 'edited' | 'checked' | 'unchecked'

/** What an item was like, or is like, in what a change is about. */
export interface ItemState {
  /** The rendered title, of an item that was renamed, or whose title ends elsewhere in its text. */
  readonly title?: string
  /** The titles from the outermost item to this one, of an item that was moved. */
  readonly path?: readonly string[]
  /** The text of an item that was edited, soft wraps folded: below the title, or with it where that changed. */
  readonly text?: string
  /** Of an item that was checked or unchecked, or got or lost its box; of one that was dropped, where it was done. */
  readonly status?: ItemStatus
}

/** One thing that happened to one item, as a reader would say it. */
export interface Change {
  readonly change: ChangeKind
  readonly kind: ItemKind
  /** The rendered title: the new one, but for a dropped item. */
  readonly title: string
  /** The titles from the outermost item to this one, in the new revision, but for a dropped item. */
  readonly path: readonly string[]
  readonly before?: ItemState
  readonly after?: ItemState
  /** Whether it follows from another change: the item stands where it stood, below another heading. */
  readonly implied?: true
  /** Path, in the old revision, of the item whose text an added item was a part of. */
  readonly from?: readonly string[]
  /** Path, in the new revision, of the item that took the text of a dropped one. */
  readonly into?: readonly string[]
}

/** A change with the numbers of its item in both revisions. */
export interface NumberedChange extends Change {
  /** Absent for an added item. */
  readonly old?: number
  /** Absent for a dropped item. */
  readonly new?: number
}
