import type { Nodes, Table } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { foldTitle } from '../document/read-title.ts'
import { deepestBlock, withoutIndent } from '../document/render-block.ts'

/**
 * Renders a block for reading and comparing, never for a document: what indentation, wraps, line ends
 * and spellings of one thing do not change.
 *
 * @param depth How many blocks around it are rendered with it.
 */
export function renderText(block: Nodes, text: string, depth = 0): string {
  if (depth > deepestBlock) return withoutIndent(sourceOf(block, text)).trimEnd()
  switch (block.type) {
    case 'paragraph':
      return foldProse(sourceOf(block, text))
    case 'code':
      return [
        `${FENCE}${[block.lang, block.meta].filter(Boolean).join(' ')}`,
        withLineFeeds(block.value),
        FENCE,
      ].join('\n')
    case 'html':
      return renderHtml(block.value.trim())
    case 'thematicBreak':
      return '---'
    case 'heading':
      return `${'#'.repeat(block.depth)} ${foldTitle(inside(block, text))}`
    case 'tableRow':
      return block.children.map((cell) => foldTitle(inside(cell, text))).join(' | ')
    case 'table':
      return renderTable(block, text, depth)
    case 'blockquote':
      return prefix('> ', '> ', renderAll(block.children, text, depth).join('\n\n'))
    case 'list':
      return renderAll(block.children, text, depth).join('\n')
    case 'listItem':
      return prefix(boxOf(block.checked), '  ', renderAll(block.children, text, depth).join('\n\n'))
    case 'footnoteDefinition':
      return `[^${block.identifier}]: ${renderAll(block.children, text, depth).join('\n\n')}`
    default:
      return withoutIndent(sourceOf(block, text)).trimEnd()
  }
}

/** White space at the beginning of a line means nothing in HTML, but where it is preformatted. */
function renderHtml(html: string): string {
  return html
    .split(BEFORE_TAG)
    .map((part) => (PREFORMATTED.test(part) ? withLineFeeds(part) : withoutIndent(part)))
    .join('')
}

/** Before "<pre>", and before "</pre>" */
const BEFORE_TAG = /(?=<\/?(?:pre|textarea)\b)/iu

/** "<pre>\n  a\n" */
const PREFORMATTED = /^<(?:pre|textarea)\b/iu

/** How cells are padded means nothing, how columns are aligned does (GFM 0.29, section 4.10). */
function renderTable({ align, children }: Table, text: string, depth: number): string {
  const [head = '', ...rows] = renderAll(children, text, depth)
  const rule = (align ?? []).map((side) => RULES[side ?? 'none']).join(' | ')
  return [head, rule, ...rows].join('\n')
}

const RULES = { none: '---', left: ':--', center: ':-:', right: '--:' } as const

/** Wraps mean nothing in prose, but for a hard line break (CommonMark 0.31, section 6.7). */
export function foldProse(source: string): string {
  return source
    .split(HARD_BREAK)
    .map((line) => foldTitle(line.replaceAll(QUOTE, '\n')))
    .filter((line, index) => index > 0 || line !== '')
    .join('\\\n')
}

/** "  \n", "\\\n" */
const HARD_BREAK = /(?: {2}|\\)(?:\r\n|\n|\r)/u

/** "\n> ", where a paragraph of a quotation goes on */
const QUOTE = /(?:\r\n|\n|\r)[ \t>]*>/gu

function renderAll(blocks: readonly Nodes[], text: string, depth: number): string[] {
  return blocks.map((block) => renderText(block, text, depth + 1))
}

function sourceOf(block: Nodes, text: string): string {
  const { start, end } = nodeSpan(block)
  return text.slice(start, end)
}

/** The source of what a node holds, without the marks around it. */
function inside(node: Nodes, text: string): string {
  const [first, last] = 'children' in node ? [node.children[0], node.children.at(-1)] : []
  if (first === undefined || last === undefined) return ''
  return text.slice(nodeSpan(first).start, nodeSpan(last).end)
}

function boxOf(checked: boolean | null | undefined): string {
  if (typeof checked !== 'boolean') return '- '
  return checked ? '- [x] ' : '- [ ] '
}

function prefix(first: string, rest: string, text: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n')
}

const FENCE = '```'

function withLineFeeds(value: string): string {
  return value.replaceAll(LINE_END, '\n')
}

/** "\r\n" */
const LINE_END = /\r\n?/gu
