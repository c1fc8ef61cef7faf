import type { Heading as HeadingNode, Nodes, Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { visit } from '../markdown/visit.ts'
import { type Heading, type HeadingPart } from './heading.ts'
import { cutAttributes } from './heading-attributes.ts'
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
      const part = readPart(node, footnotes)
      if (part !== undefined) open?.parts.push(part)
    }
  })
  return headings.sort((a, b) => a.span.start - b.span.start)
}

/** Footnotes are numbered in the order in which they are first referred to. */
type FootnoteNumbers = Map<string, number>

function readPart(node: Nodes, footnotes: FootnoteNumbers): HeadingPart | undefined {
  if (node.type === 'text') return { kind: 'text', text: node.value }
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value }
  if (node.type !== 'footnoteReference') return undefined
  const number = footnotes.get(node.identifier) ?? footnotes.size + 1
  footnotes.set(node.identifier, number)
  return { kind: 'footnote', text: String(number) }
}

function readHeading(node: HeadingNode, text: string, footnotes: FootnoteNumbers): Heading {
  const places: { part: HeadingPart; start: number }[] = []
  // The visit of the whole document comes to these nodes again; numbers stay as first given.
  visit(node, (inner) => {
    const part = readPart(inner, footnotes)
    if (part !== undefined) places.push({ part, start: nodeSpan(inner).start })
  })
  const parts = places.map(({ part }) => part)
  const cut = cutAttributes(node, text)
  const heading = { span: nodeSpan(node), isHtml: false, parts }
  if (cut === undefined) return { ...heading, bareParts: parts }
  const bareParts = places
    .filter(({ start }) => start < cut.start)
    .map(({ part }, index, kept) => (index === kept.length - 1 ? cut.trim(part) : part))
  return { ...heading, bareParts, ...(cut.id === undefined ? {} : { id: cut.id }) }
}
