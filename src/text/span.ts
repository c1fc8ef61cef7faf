/**
 * A run of characters of a text.
 *
 * ```md
 * ## Fetchers
 *    ^^^^^^^^  { start: 3, end: 11 }
 * ```
 */
export interface Span {
  /** UTF-16 offset of the first character, 0-based, counted without a byte order mark. */
  readonly start: number
  /** UTF-16 offset behind the last character. */
  readonly end: number
}
