import type { Paragraph, PhrasingContent } from 'mdast'
import { alignText } from '../markdown/align-text.ts'
import { visit } from '../markdown/visit.ts'
import { findSentenceEnd } from './sentence-end.ts'
import { codeText } from './code-text.ts'
import { nodeSpan } from './node-span.ts'
import type { Span } from '../text/span.ts'

/** A title, as it is read and where it stands. */
export interface Title {
  /** The rendered text, every run of white space folded to one space. */
  readonly title: string
  /** Its source, with the emphasis and backticks that it has. */
  readonly titleSpan: Span
}

/**
 * Reads the title of a run of inline nodes that is one as a whole, such as a heading's.
 *
 * @param empty UTF-16 offset at which an empty title stands.
 * @param cut Cuts what is no part of the title off the end of the rendered text.
 */
export function readWholeTitle(
  children: readonly PhrasingContent[],
  text: string,
  empty: number,
  cut: (rendered: string) => string = (rendered) => rendered,
): Title {
  const parts = readParts(children)
  return cutTitle(parts, 0, cut(flatten(parts)).length, text, empty)
}

/**
 * Reads the first sentence of a paragraph; a hard line break ends it too.
 *
 * @param skip Characters at the paragraph's start that are no part of the title, a checkbox.
 */
export function readSentenceTitle(paragraph: Paragraph, text: string, skip: number): Title {
  const { children } = paragraph
  const brokenAt = children.findIndex((child) => child.type === 'break')
  const parts = readParts(brokenAt === -1 ? children : children.slice(0, brokenAt))
  const flat = flatten(parts)
  const end = findSentenceEnd(flat, sentenceEnds(parts, skip))
  return cutTitle(parts, skip, end, text, nodeSpan(paragraph).start)
}

/** Renders inline nodes as plain text, as mdast-util-to-string does, without raw HTML. */
export function renderInline(inline: PhrasingContent): string {
  let text = ''
  visit(inline, (node) => {
    if (node.type === 'text') text += node.value
    else if (node.type === 'inlineCode') text += codeText(node)
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? ''
    else if (node.type === 'break') text += '\n'
  })
  return text
}

/** Folds every run of white space to one space. */
export function foldTitle(text: string): string {
  return text.replaceAll(WHITE_SPACE, ' ').trim()
}

/** "a\n   b" */
const WHITE_SPACE = /[ \t\r\n]+/gu

/** A part of a title, and what it renders to. */
interface Part {
  readonly node: PhrasingContent
  readonly text: string
  /** Where it begins in the rendered text of all parts. */
  readonly from: number
}

function readParts(children: readonly PhrasingContent[]): Part[] {
  let from = 0
  return children.map((node) => {
    const part = { node, text: renderInline(node), from }
    from += part.text.length
    return part
  })
}

function flatten(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('')
}

/** Tells of growing offsets whether a sentence may end there. */
function sentenceEnds(parts: readonly Part[], skip: number): (offset: number) => boolean {
  let index = 0
  return (offset) => {
    let part = parts[index]
    while (part !== undefined && offset >= part.from + part.text.length) part = parts[++index]
    if (part === undefined || offset < skip) return false
    const isLast = offset === part.from + part.text.length - 1
    return part.node.type === 'text' || (isLast && WRAPPERS.has(part.node.type))
  }
}

/** Inline nodes at whose end a sentence may end; inside them a title could not be cut. */
const WRAPPERS: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete'])

/**
 * Cuts a title out of the rendered text of some parts.
 *
 * What renders to nothing, an image without a text or a tag, counts in where it stands inside or
 * alone, so that a title is never cut through.
 */
function cutTitle(
  parts: readonly Part[],
  start: number,
  end: number,
  text: string,
  empty: number,
): Title {
  const whole = parts.filter(
    (part) => part.from + part.text.length > start || (part.text === '' && part.from >= start),
  )
  const inside = whole.filter((part) => part.from < end || (part.text === '' && part.from <= end))
  const first = inside.find((part) => !isBlank(part))
  const last = inside.findLast((part) => !isBlank(part))
  if (first === undefined || last === undefined)
    return { title: '', titleSpan: { start: empty, end: empty } }
  return {
    title: foldTitle(flatten(parts).slice(start, end)),
    titleSpan: { start: partStart(first, start, text), end: partEnd(last, end, text) },
  }
}

/** White space that only separates; the engines differ in what of it they count to a node. */
function isBlank({ node, text }: Part): boolean {
  return node.type === 'text' && text.trim() === ''
}

function partStart({ node, text: value, from }: Part, start: number, text: string): number {
  const span = nodeSpan(node)
  if (node.type !== 'text') return span.start
  let offset = Math.max(0, start - from)
  while (offset < value.length && SPACE.includes(value.charAt(offset))) offset++
  return span.start + alignText(text.slice(span.start, span.end), value).start(offset)
}

function partEnd({ node, text: value, from }: Part, end: number, text: string): number {
  const span = nodeSpan(node)
  if (node.type !== 'text') return span.end
  let offset = Math.min(value.length, end - from)
  while (offset > 0 && SPACE.includes(value.charAt(offset - 1))) offset--
  return span.start + alignText(text.slice(span.start, span.end), value).end(offset)
}

const SPACE = ' \t\r\n'
