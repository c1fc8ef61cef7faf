import type { ItemKind } from '../document/document.ts'
import type { Evidence, Outcome } from './outcome.ts'
import type { Reference } from './commits/reference.ts'

/** The types of changes of Keep a Changelog, in its order. https://keepachangelog.com/en/2.0.0/ */
export const changeTypes = [
  'Added',
  'Changed',
  'Deprecated',
  'Removed',
  'Fixed',
  'Security',
] as const

/** A type of changes of Keep a Changelog. */
export type ChangeType = (typeof changeTypes)[number]

/** What a changelog says of one item that left, or was checked. */
export interface Entry {
  /**
   * Tells the entry from all others, and stays when commits are amended, rebased, cherry-picked or
   * submitted: twelve hex digits of the item and its document, a dash, and eight of the change.
   */
  readonly key: string
  /** What ended the item. `moved` stands for a move to the archive. */
  readonly change: 'dropped' | 'checked' | 'moved'
  readonly outcome: Outcome
  readonly evidence: Evidence
  /** Identity of the item. */
  readonly item: string
  readonly kind: ItemKind
  readonly title: string
  readonly path: readonly string[]
  /** The document that it stood in. */
  readonly file: string
  /** The wording: inline Markdown on one line, without the references. */
  readonly summary: string
  /** Why: the body of the message without trailers, or what a person says; may be empty. */
  readonly reason: string
  /** Where Keep a Changelog files it; absent where it is none of its changes (an item given up). */
  readonly type?: ChangeType
  /** Type of its commit, in lower case: `perf`; absent where the commit tells none. */
  readonly commitType?: string
  /** Where users have to change something themselves, as the commit says; absent elsewhere. */
  readonly breaking?: true
  readonly commit: string
  /** Author date, ISO 8601 with the offset from UTC. */
  readonly date: string
  readonly author: string
  readonly subject: string
  readonly refs: readonly Reference[]
  /** The release that has it first; absent where none has. */
  readonly release?: string
}
