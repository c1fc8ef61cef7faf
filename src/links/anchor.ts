import type { Span } from '../text/span.ts'

/**
 * Where an anchor comes from: a heading's text, an id that its attribute block gives (`{#id}`), or
 * an attribute of an HTML tag.
 */
export type AnchorKind = 'heading' | 'explicit' | 'html'

/** A place in a document that a fragment can name. */
export interface Anchor {
  /** The fragment, without `#` and not percent-encoded. */
  readonly anchor: string
  /** The heading's rendered text; of an HTML id, that of the heading it stands in, or empty. */
  readonly title: string
  /** 1-based line. */
  readonly line: number
  /** The heading, or the attribute with its value. */
  readonly span: Span
  readonly kind: AnchorKind
}
