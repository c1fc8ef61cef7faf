import type { Nodes } from 'mdast'
import { nodeSpan } from './node-span.ts'

/** What stands in more blocks than these is taken as it is written: calls go only so deep. */
export const deepestBlock = 100

/**
 * Renders a block as text that tells its meaning but not its indentation.
 *
 * @param depth How many blocks around it are rendered with it.
 */
export function renderBlock(block: Nodes, text: string, depth = 0): string {
  const meaning = renderMeaning(block, text)
  if (meaning !== undefined) return `${block.type}:${meaning}`
  if ('children' in block && CONTAINERS.has(block.type) && depth < deepestBlock) {
    const children = block.children.map((child) => renderBlock(child, text, depth + 1))
    return `${block.type}(${children.join('|')})`
  }
  return `${block.type}:${sourceLines(block, text)}`
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
])

/** The blocks whose meaning is not in their source alone. */
function renderMeaning(block: Nodes, text: string): string | undefined {
  if (block.type === 'code')
    return JSON.stringify([block.lang, block.meta, block.value.replaceAll(LINE_END, '\n')])
  // The engines disagree on where HTML in a list begins and ends, but not on what it says.
  if (block.type === 'html') return withoutIndent(block.value.trim())
  if (block.type === 'heading') return `${block.depth} ${headingText(block.children, text)}`
  return undefined
}

/** "\r\n" */
const LINE_END = /\r\n?/gu

function headingText(children: readonly Nodes[], text: string): string {
  const first = children[0]
  const last = children.at(-1)
  if (first === undefined || last === undefined) return ''
  return withoutIndent(text.slice(nodeSpan(first).start, nodeSpan(last).end))
}

function sourceLines(block: Nodes, text: string): string {
  const { start, end } = nodeSpan(block)
  return withoutIndent(text.slice(start, end)).trimEnd()
}

/**
 * Takes the white space off the beginnings of lines.
 *
 * White space at a line's end is kept, since two spaces there break the line; not so at the last.
 */
export function withoutIndent(source: string): string {
  return source.replaceAll(INDENT, '\n')
}

/** "\r\n   a" */
const INDENT = /(?:\r\n|\n|\r)[ \t]*/gu
