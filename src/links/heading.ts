import type { Span } from '../text/span.ts'

/** A piece of a heading's text; renderers differ in what they take of each for an anchor. */
export interface HeadingPart {
  /**
   * `text` is prose, `code` inline code, `footnote` the number that a reference renders to, `image`
   * the text that stands for an image, `label` what a reference or footnote is defined by, `break` a
   * space in place of `<br>`, `html` another tag or a comment.
   */
  readonly kind: 'text' | 'code' | 'footnote' | 'image' | 'label' | 'break' | 'html'
  /** What the piece renders to: escapes and character references decoded; a tag as written. */
  readonly text: string
  /** The piece as written, where that is not what it renders to. */
  readonly raw?: string
}

/**
 * A heading, before any renderer's rules.
 *
 * ```md
 * ## The `store` command {#store .wide}
 *    ^^^^^^^^^^^^^^^^^^^^ bareParts
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ parts, source
 *                          ^^^^^^^^^^^^ attributes
 * ```
 */
export interface Heading {
  /** The whole heading. */
  readonly span: Span
  /** Whether it is written as an HTML tag, `<h2>…</h2>`. */
  readonly isHtml: boolean
  /** 1 to 6. */
  readonly level: number
  /** Whether it ends in text that stands in no emphasis, no link, and the like. */
  readonly endsInProse: boolean
  /** The text, an attribute block at its end included. */
  readonly parts: readonly HeadingPart[]
  /** The text without the attribute block. */
  readonly bareParts: readonly HeadingPart[]
  /** The id that the attribute block gives; absent where there is none. */
  readonly id?: string
  /** What is written, closing hashes left out; of a heading in HTML, nothing. */
  readonly source: string
  /** What stands between the braces of the attribute block; absent where there is none. */
  readonly attributes?: string
  /** What stands in kramdown's list of attributes, `{: #id}`, on a line of its own beside it. */
  readonly attributeList?: string
}

/** Joins the pieces of a heading's text that a browser shows as text. */
export function joinParts(parts: readonly HeadingPart[]): string {
  return parts.map((part) => (HIDDEN.has(part.kind) ? '' : part.text)).join('')
}

/** Tells whether a piece is text, or stands for an image. */
export function isTextual({ kind }: HeadingPart): boolean {
  return kind === 'text' || kind === 'code' || kind === 'image'
}

/** What a browser draws, and what only an author sees. */
const HIDDEN: ReadonlySet<HeadingPart['kind']> = new Set(['image', 'label', 'break', 'html'])
