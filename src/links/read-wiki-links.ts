import type { Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { visit } from '../markdown/visit.ts'
import type { Span } from '../text/span.ts'

/** A link of a wiki: `[[Page]]`, `[[Page#Heading]]`, `[[Page|text]]`, `![[image.png]]`. */
export interface WikiLink {
  /** Empty for the document itself. */
  readonly page: string
  /** The last heading that it names, without `#`; absent where it names none. */
  readonly heading?: string
  readonly span: Span
}

/**
 * Reads the links of a wiki, in document order; code holds none, and a bracket may be escaped.
 *
 * Source: https://obsidian.md/help/links
 */
export function readWikiLinks(root: Root, text: string): WikiLink[] {
  const links: WikiLink[] = []
  visit(root, (node) => {
    if (node.type !== 'text') return
    const { start, end } = nodeSpan(node)
    for (const match of text.slice(start, end).matchAll(WIKI_LINK)) {
      const [whole, target = ''] = match
      const [page = '', ...headings] = target.split('#').map((part) => part.trim())
      const heading = headings.at(-1)
      const from = start + match.index
      const span = { start: from, end: from + whole.length }
      links.push({ page, ...(heading !== undefined && { heading }), span })
    }
  })
  return links
}

/** "[[Oven#Cleaning|how to clean it]]"; in a table, the bar is escaped */
const WIKI_LINK = /(?<!\\)\[\[([^[\]|\\\r\n]+)(?:\\?\|[^[\]\r\n]*)?\]\]/gu
