import type { Link } from '../document/link.ts'
import type { LinkContext } from './link-context.ts'
import type { AliveVerdict } from './link-verdict.ts'

/** Where a link leads. */
export interface LinkPlace {
  readonly file: string
  /** Absent where the link means the whole file. */
  readonly anchor?: string
}

/** A link as it was before a change. */
export interface PastLink {
  /** The document that it stood in. */
  readonly file: string
  readonly link: Link
}

/** Tells of a change where links came from, and where what they led to went. */
export interface LinkTrace {
  /** The path that a document had before; `undefined` for a new one. */
  originOf(file: string): string | undefined
  /** The link as it was before; `undefined` for a new one. */
  pastOf(file: string, link: Link): PastLink | undefined
  /** Where what a link led to is after the change; `undefined` where it is gone. */
  follow(target: AliveVerdict): LinkPlace | undefined
}

/** The states of a repository around a change. */
export interface LinkStates {
  readonly before: LinkContext
  readonly after: LinkContext
}
