import type { Root } from 'mdast'

/** The parsers that crossoff knows. */
export type EngineName = 'satteri' | 'remark'

/** A parser of Markdown (CommonMark, GFM and frontmatter) that gives mdast with UTF-16 offsets. */
export interface MarkdownEngine {
  /** Which parser this is. */
  readonly name: EngineName
  /**
   * Parses a text without a byte order mark.
   *
   * Every node but those that the parser made up has a position, in UTF-16 offsets.
   */
  parse(text: string): Root
}
