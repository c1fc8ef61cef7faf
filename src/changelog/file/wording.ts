import type { Nodes, PhrasingContent } from 'mdast'
import { codeText } from '../../document/code-text.ts'
import { shortHash } from '../../document/hash-item.ts'
import { foldTitle, renderInline } from '../../document/read-title.ts'
import { withoutMarker } from './marker.ts'

/** What a bullet of a changelog says. */
export interface Wording {
  /** The rendered text, white space and soft wraps folded, without HTML. */
  readonly text: string
  /** 8 hex digits that tell the text, its marks, links and HTML from others. */
  readonly hash: string
}

/**
 * Reads what inline nodes say; crossoff's own comment is no part of it.
 *
 * Formatters change no hash: how lines are wrapped, emphasis is marked and signs are escaped is not seen.
 */
export function readWording(children: readonly PhrasingContent[]): Wording {
  return {
    text: foldTitle(children.map(renderInline).join('')),
    hash: shortHash(foldTitle(renderMarks(children))).slice(0, 8),
  }
}

/** Renders nodes as text in which their kinds can be told; NUL is in no text of Markdown. */
function renderMarks(children: readonly PhrasingContent[]): string {
  const stack: (Nodes | string)[] = children.toReversed()
  let text = ''
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') text += next
    else if (next.type === 'text') text += next.value
    else if (next.type === 'html') text += withoutMarker(next.value)
    else if (isBareLink(next)) text += next.url
    else {
      text += `\0${next.type}(${detailsOf(next)}\0`
      stack.push('\0)')
      if ('children' in next) stack.push(...next.children.toReversed())
    }
  }
  return text
}

/** A link whose text is where it goes may have angle brackets or none. */
function isBareLink(node: Nodes): node is Extract<Nodes, { type: 'link' }> {
  if (node.type !== 'link' || typeof node.title === 'string') return false
  const [only, second] = node.children
  return only?.type === 'text' && second === undefined && only.value === node.url
}

/** What a node says beside its children. */
function detailsOf(node: Nodes): string {
  const target = 'url' in node ? [node.url, node.title ?? ''] : []
  const label = 'identifier' in node ? [node.identifier] : []
  const alt = 'alt' in node ? [node.alt ?? ''] : []
  const code = node.type === 'inlineCode' ? [codeText(node)] : []
  return [...target, ...label, ...alt, ...code].join('\0')
}
