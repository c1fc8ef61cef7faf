import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import { type SourceText, toSourceText } from '../text/source-text.ts'
import type { Document, Item, ItemSyntax } from './document.ts'
import { readItems } from './read-items.ts'
import { readLinks } from './read-links.ts'
import type { MentionOptions } from './read-mentions.ts'

/**
 * Parses a Markdown text into items.
 *
 * ```ts
 * const engine = await loadEngine()
 * const document = parseDocument('# TODO\n\n - [ ] write tests\n', engine)
 * document.items[0].children[0].title // 'write tests'
 * ```
 *
 * @param source A text without a byte order mark, or what `parseSourceText` gave.
 * @param options What the config says of owners and references.
 */
export function parseDocument(
  source: SourceText | string,
  engine: MarkdownEngine,
  options: MentionOptions = {},
): Document {
  const sourceText = typeof source === 'string' ? toSourceText(source) : source
  const root = engine.parse(sourceText.text)
  const links = readLinks(root, sourceText.text)
  const syntax = new Map<Item, ItemSyntax>()
  const items = readItems(root, { text: sourceText.text, links, options, syntax })
  return { source: sourceText, items, links, root, syntax }
}
