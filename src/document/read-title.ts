import type { Paragraph, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { alignOffset } from './align-offset.ts'
import { findSentenceEnd } from './sentence-end.ts'
import { nodeSpan } from './node-span.ts'
import type { Span } from '../text/span.ts'

/** A title, as it is read and where it stands. */
export interface Title {
  readonly title: string
  readonly titleSpan: Span
}

/** Reads the title of a run of inline nodes that is one as a whole, such as a heading's. */
export function readWholeTitle(children: readonly PhrasingContent[], empty: number): Title {
  const first = children[0]
  const last = children.at(-1)
  if (first === undefined || last === undefined) {
    return { title: '', titleSpan: { start: empty, end: empty } }
  }
  return {
    title: foldTitle(children.map(renderInline).join('')),
    titleSpan: { start: nodeSpan(first).start, end: nodeSpan(last).end },
  }
}

/**
 * Reads the first sentence of a paragraph; a hard line break ends it too.
 *
 * @param skip Characters at the paragraph's start that are no part of the title, a checkbox.
 */
export function readSentenceTitle(paragraph: Paragraph, text: string, skip: number): Title {
  const span = nodeSpan(paragraph)
  const brokenAt = paragraph.children.findIndex((child) => child.type === 'break')
  const line = brokenAt === -1 ? paragraph.children : paragraph.children.slice(0, brokenAt)
  const parts = line.map((node) => ({ node, text: renderInline(node) }))
  const flat = parts.map((part) => part.text).join('')
  const end = findSentenceEnd(flat, (offset) => offset >= skip && canEndSentence(parts, offset))
  let behind = 0
  for (const part of parts) {
    const inside = end - behind
    if (inside <= part.text.length && (inside > 0 || end === 0)) {
      return {
        title: foldTitle(flat.slice(skip, end)),
        titleSpan: { start: span.start + skip, end: sourceOffset(part.node, part.text, inside, text) },
      }
    }
    behind += part.text.length
  }
  return { title: '', titleSpan: { start: span.start, end: span.start } }
}

/** Renders inline nodes as plain text, as mdast-util-to-string does, without raw HTML. */
export function renderInline(node: PhrasingContent): string {
  return node.type === 'break' ? '\n' : toString(node, { includeHtml: false })
}

/** Folds every run of white space to one space. */
export function foldTitle(text: string): string {
  return text.replaceAll(WHITE_SPACE, ' ').trim()
}

/** "a\n   b" */
const WHITE_SPACE = /[ \t\r\n]+/gu

/** A part of a title and the text it renders to. */
interface Part {
  readonly node: PhrasingContent
  readonly text: string
}

function canEndSentence(parts: readonly Part[], offset: number): boolean {
  let behind = 0
  for (const part of parts) {
    const last = behind + part.text.length - 1
    if (offset <= last) {
      if (part.node.type === 'text') return true
      return WRAPPERS.has(part.node.type) && offset === last
    }
    behind = last + 1
  }
  return false
}

/** Inline nodes at whose end a sentence may end; inside them a title could not be cut. */
const WRAPPERS = new Set(['strong', 'emphasis', 'delete'])

function sourceOffset(node: PhrasingContent, value: string, inside: number, text: string): number {
  const { start, end } = nodeSpan(node)
  if (node.type !== 'text' || inside === value.length) return end
  return start + alignOffset(text.slice(start, end), value, inside)
}
