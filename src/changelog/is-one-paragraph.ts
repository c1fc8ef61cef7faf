import type { MarkdownEngine } from '../markdown/markdown-engine.ts'

/** Tells whether Markdown is one paragraph where it stands behind a bullet, as an entry's wording must be. */
export function isOneParagraph(markdown: string, engine: MarkdownEngine): boolean {
  const [list, more] = engine.parse(`- ${markdown.trim()}\n`).children
  if (list?.type !== 'list' || more !== undefined) return false
  const [item, second] = list.children
  const [block, below] = item?.children ?? []
  return second === undefined && block?.type === 'paragraph' && below === undefined
}
