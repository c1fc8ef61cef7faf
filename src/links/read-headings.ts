import type { Heading as HeadingNode, Nodes, Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { visit } from '../markdown/visit.ts'
import type { Span } from '../text/span.ts'
import { type Heading, type HeadingPart } from './heading.ts'
import { cutAttributes } from './heading-attributes.ts'
import { readAttributeList } from './read-attribute-list.ts'
import { type OpenHeading, readHtmlHeadings } from './read-html-headings.ts'

/** Reads every heading of a document, those in quotations, lists and HTML too, in its order. */
export function readHeadings(root: Root, text: string): Heading[] {
  const headings: Heading[] = []
  const footnotes = new Map<string, number>()
  let open: OpenHeading | undefined
  visit(root, (node) => {
    if (node.type === 'heading') {
      open = undefined
      headings.push(readHeading(node, text, footnotes))
    } else if (node.type === 'html') {
      open = readHtmlHeadings(text, nodeSpan(node), open, (heading) => headings.push(heading))
    } else {
      const part = readPart(node, text, footnotes)
      if (part !== undefined) open?.parts.push(part)
    }
  })
  return headings.sort((a, b) => a.span.start - b.span.start)
}

/** Footnotes are numbered in the order in which they are first referred to. */
type FootnoteNumbers = Map<string, number>

function readPart(node: Nodes, text: string, footnotes: FootnoteNumbers): HeadingPart | undefined {
  if (node.type === 'text') return readProse(node.value, text, nodeSpan(node))
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value }
  if (node.type === 'html') return readTag(node.value)
  if (node.type === 'image' || node.type === 'imageReference')
    return { kind: 'image', text: node.alt ?? '' }
  if (node.type !== 'footnoteReference') return undefined
  const number = footnotes.get(node.identifier) ?? footnotes.size + 1
  footnotes.set(node.identifier, number)
  return { kind: 'footnote', text: String(number) }
}

function readProse(value: string, text: string, { start, end }: Span): HeadingPart {
  const raw = text.slice(start, end)
  return raw === value ? { kind: 'text', text: value } : { kind: 'text', text: value, raw }
}

function readTag(tag: string): HeadingPart {
  return BREAK.test(tag) ? { kind: 'break', text: ' ' } : { kind: 'html', text: tag }
}

/** "<br/>" */
const BREAK = /^<br\b/iu

/** Reads the label behind a reference: `[text][label]`, and that of `[^label]`. */
function readLabel(node: Nodes): HeadingPart | undefined {
  const isLabelled =
    node.type === 'footnoteReference' ||
    ((node.type === 'linkReference' || node.type === 'imageReference') &&
      node.referenceType === 'full')
  return isLabelled ? { kind: 'label', text: node.identifier } : undefined
}

function readHeading(node: HeadingNode, text: string, footnotes: FootnoteNumbers): Heading {
  const span = nodeSpan(node)
  const places = readPlaces(node, text, footnotes)
  const parts = places.map(({ part }) => part)
  const attributeList = readAttributeList(text, span)
  const heading = {
    span,
    isHtml: false,
    level: node.depth,
    endsInProse: node.children.at(-1)?.type === 'text',
    parts,
    source: readSource(node, text),
    ...(attributeList === undefined ? {} : { attributeList }),
  }
  const cut = cutAttributes(node, text)
  if (cut === undefined) return { ...heading, bareParts: parts }
  const bareParts = places
    .filter(({ start }) => start < cut.start)
    .map(({ part }, index, kept) => (index === kept.length - 1 ? cut.trim(part) : part))
  const id = cut.id === undefined ? {} : { id: cut.id }
  return { ...heading, bareParts, ...id, attributes: cut.content }
}

/** A piece of a heading, and where it is. */
interface Place {
  readonly part: HeadingPart
  /** UTF-16 offset. */
  readonly start: number
}

function readPlaces(heading: HeadingNode, text: string, footnotes: FootnoteNumbers): Place[] {
  const places: Place[] = []
  // The visit of the whole document comes to these nodes again; numbers stay as first given.
  visit(heading, (node) => {
    const { start, end } = nodeSpan(node)
    const part = readPart(node, text, footnotes)
    if (part !== undefined) places.push({ part, start })
    const label = readLabel(node)
    if (label !== undefined) places.push({ part: label, start: end - 1 })
  })
  return places.sort((a, b) => a.start - b.start)
}

function readSource({ children }: HeadingNode, text: string): string {
  const [first, last] = [children[0], children.at(-1)]
  if (first === undefined || last === undefined) return ''
  return text.slice(nodeSpan(first).start, nodeSpan(last).end)
}
