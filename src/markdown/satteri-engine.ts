import { markdownToMdast } from 'satteri'
import type { MarkdownEngine } from './markdown-engine.ts'
import { parseNormalized, type RawParse } from './parse-normalized.ts'

/** The reading engine: Rust, about a hundred times as fast as the reference. */
export const satteriEngine: MarkdownEngine = {
  name: 'satteri',
  parse: (text) => parseNormalized(text, parse),
}

const parse: RawParse = (text, { frontmatter }) => {
  const tree = markdownToMdast(text, { features: { gfm: true, frontmatter } })
  if (tree.type !== 'root') throw new Error(`satteri gave a \`${tree.type}\` for a document`)
  return tree
}
