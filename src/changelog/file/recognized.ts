import type { FileEntry, Release } from './changelog.ts'

/** A bullet of the changelog that is an entry already, and where it stands. */
export interface Recognized {
  readonly bullet: FileEntry
  readonly release: Release
}
