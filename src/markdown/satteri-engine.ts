import { markdownToMdast } from 'satteri'
import type { MarkdownEngine } from './markdown-engine.ts'

/** The reading engine: Rust, about a hundred times as fast as the reference. */
export const satteriEngine: MarkdownEngine = {
  name: 'satteri',
  parse: (text) => {
    const tree = markdownToMdast(text, { features: { gfm: true, frontmatter: true } })
    if (tree.type !== 'root') throw new Error(`satteri gave a \`${tree.type}\` for a document`)
    return tree
  },
}
