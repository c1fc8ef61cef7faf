import type { Definition, Nodes, Root } from 'mdast'
import type { Link } from './link.ts'
import { nodeSpan } from './node-span.ts'
import { readHtmlAttributes } from './read-html.ts'
import { findDefinitionTarget, findResourceTarget } from './link-target.ts'
import type { Span } from '../text/span.ts'

/** Reads every link of a syntax tree, in document order; code holds none. */
export function readLinks(root: Root, text: string): Link[] {
  const definitions = readDefinitions(root)
  const links: Link[] = []
  visit(root, (node) => {
    links.push(...(READERS[node.type]?.(node, text, definitions) ?? []))
  })
  return links.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Walks a tree depth first; a loop, so that deep nesting costs no stack. */
export function visit(root: Nodes, visitor: (node: Nodes) => void): void {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visitor(node)
    if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]
        if (child !== undefined) stack.push(child)
      }
    }
  }
}

/** Targets of the definitions by normalised label; the first of a label wins (CommonMark 4.7). */
export function readDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(root, (node) => {
    if (node.type !== 'definition') return
    const label = normalizeLabel(node.label ?? node.identifier)
    if (!definitions.has(label)) definitions.set(label, node)
  })
  return definitions
}

/** Folds a label as CommonMark 0.31, section 6.3, matches them: case and white space. */
export function normalizeLabel(label: string): string {
  return label.replaceAll(WHITE_SPACE, ' ').trim().toLowerCase().toUpperCase()
}

/** "a\n b" */
const WHITE_SPACE = /[ \t\r\n]+/gu

type Definitions = ReadonlyMap<string, Definition>
type LinkReader = (node: Nodes, text: string, definitions: Definitions) => Link[]

const READERS: Readonly<Record<string, LinkReader>> = {
  link: readLink,
  image: readImage,
  linkReference: readReference,
  imageReference: readReference,
  definition: readDefinition,
  html: readHtml,
}

function readLink(node: Nodes, text: string): Link[] {
  if (node.type !== 'link') return []
  const span = nodeSpan(node)
  const { start, end } = span
  const opening = text[start]
  if (opening === '[') {
    return [{ kind: 'inline', url: node.url, span, urlSpan: findResourceTarget(text, span, node.url) }]
  }
  if (opening === '<') {
    return [{ kind: 'autolink', url: node.url, span, urlSpan: { start: start + 1, end: end - 1 } }]
  }
  return [{ kind: 'bare', url: node.url, span, urlSpan: span }]
}

function readImage(node: Nodes, text: string): Link[] {
  if (node.type !== 'image') return []
  const span = nodeSpan(node)
  return [{ kind: 'image', url: node.url, span, urlSpan: findResourceTarget(text, span, node.url) }]
}

function readReference(node: Nodes, text: string, definitions: Definitions): Link[] {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return []
  const label = normalizeLabel(node.label ?? node.identifier)
  const span = nodeSpan(node)
  return [
    {
      kind: node.type === 'linkReference' ? 'reference' : 'image-reference',
      url: definitions.get(label)?.url ?? '',
      span,
      urlSpan: labelSpan(text, span, node.referenceType === 'full'),
      label,
    },
  ]
}

/** The last pair of brackets of a full reference, the only one of a shortcut or collapsed one. */
function labelSpan(text: string, span: Span, isFull: boolean): Span {
  const source = text.slice(span.start, span.end)
  if (!isFull) {
    const end = source.endsWith('[]') ? span.end - 3 : span.end - 1
    return { start: span.start + source.indexOf('[') + 1, end }
  }
  let open = source.lastIndexOf('[')
  while (open > 0 && source[open - 1] === '\\') open = source.lastIndexOf('[', open - 1)
  return { start: span.start + open + 1, end: span.end - 1 }
}

function readDefinition(node: Nodes, text: string): Link[] {
  if (node.type !== 'definition') return []
  const span = nodeSpan(node)
  const label = normalizeLabel(node.label ?? node.identifier)
  return [{ kind: 'definition', url: node.url, span, urlSpan: findDefinitionTarget(text, span), label }]
}

function readHtml(node: Nodes, text: string): Link[] {
  if (node.type !== 'html') return []
  return readHtmlAttributes(text, nodeSpan(node))
    .filter(({ name }) => name === 'href' || name === 'src')
    .map(({ name, value, span, valueSpan }) => ({
      kind: 'html',
      url: value,
      span,
      urlSpan: valueSpan,
      attribute: name,
    }))
}
