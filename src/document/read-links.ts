import type {
  Definition,
  Image,
  ImageReference,
  Link as LinkNode,
  LinkReference,
  Nodes,
  Root,
} from 'mdast'
import { visit } from '../markdown/visit.ts'
import type { Span } from '../text/span.ts'
import { findDefinitionTarget, findResourceTarget } from './link-target.ts'
import type { Link } from './link.ts'
import { nodeSpan } from './node-span.ts'
import { readHtmlLinks } from './read-html-links.ts'

export { visit } from '../markdown/visit.ts'

/** Reads every link of a syntax tree, in document order; code holds none. */
export function readLinks(root: Root, text: string): Link[] {
  const definitions = readDefinitions(root)
  const links: Link[] = []
  visit(root, (node) => {
    for (const link of readNode(node, text, definitions)) links.push(link)
  })
  return links.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Targets of the definitions by normalised label; the first of a label wins (CommonMark 4.7). */
export function readDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(root, (node) => {
    if (node.type !== 'definition') return
    const label = labelOf(node)
    if (!definitions.has(label)) definitions.set(label, node)
  })
  return definitions
}

/** Folds a label as CommonMark 0.31, section 6.3, matches them: case and white space. */
export function normalizeLabel(label: string): string {
  return label
    .replaceAll(QUOTED_LINE, '\n')
    .replaceAll(WHITE_SPACE, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}

/** "\n> ", where a label goes on in the next line of a quotation */
const QUOTED_LINE = /[\r\n][ \t>]*>/gu

/** "a\n b" */
const WHITE_SPACE = /[ \t\r\n]+/gu

type Definitions = ReadonlyMap<string, Definition>

function readNode(node: Nodes, text: string, definitions: Definitions): readonly Link[] {
  switch (node.type) {
    case 'link':
      return [readLink(node, text)]
    case 'image':
      return [readImage(node, text)]
    case 'linkReference':
    case 'imageReference':
      return [readReference(node, text, definitions)]
    case 'definition':
      return [readDefinition(node, text)]
    case 'html':
      return readHtmlLinks(node, text)
    default:
      return []
  }
}

function readLink(node: LinkNode, text: string): Link {
  const span = nodeSpan(node)
  const { url } = node
  const opening = text[span.start]
  if (opening === '<') {
    return { kind: 'autolink', url, span, urlSpan: { start: span.start + 1, end: span.end - 1 } }
  }
  if (opening !== '[') return { kind: 'bare', url, span, urlSpan: span }
  const last = node.children.at(-1)
  const behind = last === undefined ? span.start + 1 : nodeSpan(last).end
  return { kind: 'inline', url, span, urlSpan: findResourceTarget(text, span, behind) }
}

function readImage(node: Image, text: string): Link {
  const span = nodeSpan(node)
  const urlSpan = findResourceTarget(text, span, span.start + '!['.length)
  return { kind: 'image', url: node.url, span, urlSpan }
}

function readReference(
  node: LinkReference | ImageReference,
  text: string,
  definitions: Definitions,
): Link {
  const isImage = node.type === 'imageReference'
  const label = labelOf(node)
  const span = nodeSpan(node)
  return {
    kind: isImage ? 'image-reference' : 'reference',
    url: definitions.get(label)?.url ?? '',
    span,
    urlSpan:
      node.referenceType === 'full'
        ? fullLabelSpan(text, span)
        : {
            start: span.start + (isImage ? '!['.length : '['.length),
            end: span.end - (node.referenceType === 'collapsed' ? '][]'.length : ']'.length),
          },
    label,
  }
}

/** The last pair of brackets: a label holds none but escaped ones. */
function fullLabelSpan(text: string, { start, end }: Span): Span {
  let open = text.lastIndexOf('[', end - 1)
  while (open > start && text[open - 1] === '\\') open = text.lastIndexOf('[', open - 1)
  return { start: open + 1, end: end - 1 }
}

function readDefinition(node: Definition, text: string): Link {
  const span = nodeSpan(node)
  const urlSpan = findDefinitionTarget(text, span)
  return { kind: 'definition', url: node.url, span, urlSpan, label: labelOf(node) }
}

function labelOf(node: Definition | LinkReference | ImageReference): string {
  return normalizeLabel(node.label ?? node.identifier)
}
