import type { Root, RootContent } from 'mdast'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** Writes a tree that was made from nothing as Markdown; documents are changed by edits instead. */
export function stringifyMarkdown(root: Root): string {
  return unified()
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '_',
      listItemIndent: 'one',
      rule: '-',
      fences: true,
      // What GFM strikes through; the rest of GFM needs no escape, and bare URLs shall be links.
      unsafe: [{ character: '~', inConstruct: 'phrasing' }],
    })
    .stringify(root)
}

/** Writes blocks without the line end behind the last. */
export function stringifyBlocks(children: readonly RootContent[]): string {
  return stringifyMarkdown({ type: 'root', children: [...children] }).trimEnd()
}

/** Writes plain text as inline Markdown on one line, so that it reads as it does. */
export function escapeMarkdown(text: string): string {
  const value = text.replaceAll(SPACE, ' ').trim()
  // Most titles are words alone, and there are thousands of them.
  if (WORDS_ALONE.test(value)) return value
  return stringifyBlocks([{ type: 'paragraph', children: [{ type: 'text', value }] }])
}

/** "\n" */
const SPACE = /\s+/gu

/** "Ring a bell, when it is hot": nothing in it is a sign of Markdown, wherever it stands. */
const WORDS_ALONE = /^\p{L}[\p{L}\p{N} ,;'"-]*$/u
