import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { MarkdownEngine } from './markdown-engine.ts'
import { parseNormalized } from './parse-normalized.ts'

/** The reference engine: every answer of the other is held against it. */
export const remarkEngine: MarkdownEngine = {
  name: 'remark',
  parse: (text) =>
    parseNormalized(text, (shielded, { frontmatter }) => {
      const processor = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms)
      if (frontmatter) processor.use(remarkFrontmatter, ['yaml', 'toml'])
      return processor.parse(shielded)
    }),
}

/**
 * Keeps remark-gfm from linking bare URLs in a finished tree: the nodes that it makes have no
 * place, and `linkBareUrls` finds the same.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map((extension) => {
    const own = { ...extension }
    delete own.transforms
    return own
  })
}
