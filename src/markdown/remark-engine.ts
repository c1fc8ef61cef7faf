import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { MarkdownEngine } from './markdown-engine.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .freeze()

/** The reference engine: every answer of the other is held against it. */
export const remarkEngine: MarkdownEngine = {
  name: 'remark',
  parse: (text) => processor.parse(text),
}
