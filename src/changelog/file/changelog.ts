import type { Document, Item } from '../../document/document.ts'
import type { Span } from '../../text/span.ts'
import type { ChangeType } from '../entry.ts'
import type { Marker } from './marker.ts'
import type { ReleaseTitle } from './release-title.ts'

/** A changelog, as it is written. */
export interface Changelog {
  readonly document: Document
  /** In document order. */
  readonly releases: readonly Release[]
}

/** A section about one release, or about what is not released yet. */
export interface Release extends ReleaseTitle {
  /** The rendered title of its heading. */
  readonly title: string
  /** The section. */
  readonly item: Item
  /** The sections and labels right below it, in document order. */
  readonly groups: readonly Group[]
  /** Its bullets, nested ones too, in document order. */
  readonly entries: readonly FileEntry[]
}

/** A section or label below a release. */
export interface Group {
  /** The rendered title. */
  readonly title: string
  /** What it holds; absent where its title is none of the types of Keep a Changelog. */
  readonly type?: ChangeType
  readonly item: Item
}

/** A bullet of a changelog. */
export interface FileEntry extends Partial<Marker> {
  readonly item: Item
  /** The rendered wording, white space folded, without the marker. */
  readonly text: string
  /** Hash of the wording as it is now; where it is that of the marker, nobody has changed it. */
  readonly wordingHash: string
  /** From the first character of the wording to the end of it and its marker. */
  readonly wordingSpan: Span
  /** How many of the bullet's own blocks that is: a marker on a line of its own is one more. */
  readonly wordingBlocks: number
}
