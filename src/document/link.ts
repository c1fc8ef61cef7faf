import type { Span } from '../text/span.ts'

/**
 * How a link is written.
 *
 * `inline` `[text](url)`, `image` `![alt](url)`, `reference` `[text][label]`, `image-reference`
 * `![alt][label]`, `definition` `[label]: url`, `autolink` `<url>`, `bare` a URL in prose that
 * GFM links, `html` an attribute of a tag.
 */
export type LinkKind =
  'inline' | 'image' | 'reference' | 'image-reference' | 'definition' | 'autolink' | 'bare' | 'html'

/** A link of a document, whatever way it is written. */
export interface Link {
  readonly kind: LinkKind
  /** The target as a renderer takes it: escapes and character references decoded. */
  readonly url: string
  /** The whole link. */
  readonly span: Span
  /**
   * The target's characters in the source, `url` before decoding.
   *
   * ```md
   * see [the blog](https://example.org/a#b "title")
   *                ^^^^^^^^^^^^^^^^^^^^^^^
   * ```
   *
   * For a reference: its label, as the target stands in the definition.
   */
  readonly urlSpan: Span
  /** Normalised label of a reference or a definition (CommonMark 0.31, "matches"); else absent. */
  readonly label?: string
  /** The attribute that an HTML link stands in, such as `href` or `srcset`. */
  readonly attribute?: string
}
