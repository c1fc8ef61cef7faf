/** Tells whether a path is that of a Markdown document, by its extension. */
export function isMarkdownPath(path: string): boolean {
  return MARKDOWN.test(path)
}

/** "docs/TODO.md"; not `.mdx`, whose components make anchors of their own */
const MARKDOWN = /\.(?:md|markdown|mdown|mkdn|mkd)$/iu
