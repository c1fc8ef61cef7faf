/**
 * How an item is to stand exactly, where that is not as its surroundings do.
 *
 * What is absent, the document's habits decide.
 */
export interface Layout {
  /** Whether the text's lines stand as they are given, marker and indentation included. */
  readonly verbatim?: boolean
  /** Number of blank lines right before the item. */
  readonly before?: number
  /** Number of blank lines right behind it. */
  readonly behind?: number
  /** Number of the parent's own blocks of text that stand before it. */
  readonly block?: number
  /** Number of blank lines where the item stood. */
  readonly left?: number
}
