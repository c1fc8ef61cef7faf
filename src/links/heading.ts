import type { Span } from '../text/span.ts'

/** A piece of a heading's text; renderers differ in what they take of each for an anchor. */
export interface HeadingPart {
  /** `text` is prose, `code` inline code, `footnote` the number that a reference renders to. */
  readonly kind: 'text' | 'code' | 'footnote'
  /** What the piece renders to: escapes and character references decoded, tags left out. */
  readonly text: string
}

/**
 * A heading, before any renderer's rules.
 *
 * ```md
 * ## The `store` command {#store .wide}
 *    ^^^^^^^^^^^^^^^^^^^^ bareParts
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ parts
 * ```
 */
export interface Heading {
  /** The whole heading. */
  readonly span: Span
  /** Whether it is written as an HTML tag, `<h2>…</h2>`. */
  readonly isHtml: boolean
  /** The text, an attribute block at its end included. */
  readonly parts: readonly HeadingPart[]
  /** The text without the attribute block. */
  readonly bareParts: readonly HeadingPart[]
  /** The id that the attribute block gives; absent where there is none. */
  readonly id?: string
}

/** Joins the pieces of a heading's text. */
export function joinParts(parts: readonly HeadingPart[]): string {
  return parts.map((part) => part.text).join('')
}
