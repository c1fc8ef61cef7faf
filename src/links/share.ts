import type { Link } from '../document/link.ts'

/** What of a check is told here, where others tell the rest. */
export interface Share {
  /** Whether a document belongs to it. */
  hasDocument(file: string): boolean
  /** Whether a link belongs to it; absent where links go with their documents. */
  hasLink?(link: Pick<Link, 'url'>, file: string): boolean
}
