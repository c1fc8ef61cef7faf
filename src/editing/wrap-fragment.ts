import type { Nodes } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { lineAt, lineStart } from '../text/line-index.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { splitLines } from './columns.ts'
import type { Parse } from './edited.ts'
import { wrapText } from './wrap-text.ts'

/**
 * Wraps the paragraphs of a fragment that came on one line each.
 *
 * Line breaks that an author made stay, and so do quotations, code, tables and headings.
 *
 * @param width Columns that the fragment's lines may have, its own indentation taken off.
 */
export function wrapFragment(lines: readonly string[], width: number, parse: Parse): string[] {
  const document = parse(lines.join('\n'))
  const edits = readParagraphs(document.root).flatMap((paragraph): TextEdit[] => {
    const { start, end } = nodeSpan(paragraph)
    const { text, lines: index } = document.source
    if (lineAt(index, start) !== lineAt(index, end)) return []
    const column = start - lineStart(index, start)
    const room = width - column
    if (end - start <= room) return []
    const wrapped = wrapText(text.slice(start, end), { first: room, rest: room })
    return [{ start, end, text: wrapped.join(`\n${' '.repeat(column)}`) }]
  })
  return splitLines(applyEdits(document.source.text, edits))
}

/** Paragraphs of prose; those of quotations would need their markers on every line. */
function readParagraphs(node: Nodes): Nodes[] {
  if (node.type === 'paragraph') return [node]
  if (!('children' in node) || !PROSE.has(node.type)) return []
  return node.children.flatMap(readParagraphs)
}

const PROSE: ReadonlySet<string> = new Set(['root', 'list', 'listItem'])
