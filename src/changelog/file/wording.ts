import type { Nodes, PhrasingContent } from 'mdast'
import { shortHash } from '../../document/hash-item.ts'
import { foldTitle, renderInline } from '../../document/read-title.ts'
import { visit } from '../../markdown/visit.ts'

/** What a bullet of a changelog says. */
export interface Wording {
  /** The rendered text, white space and soft wraps folded, without HTML. */
  readonly text: string
  /** 8 hex digits that tell the text and its links from others. */
  readonly hash: string
}

/** Reads what a paragraph says; a comment is no part of it. */
export function readWording(children: readonly PhrasingContent[]): Wording {
  const text = foldTitle(children.map(renderInline).join(''))
  const urls: string[] = []
  for (const child of children)
    visit(child, (node) => {
      const url = targetOf(node)
      if (url !== undefined) urls.push(url)
    })
  return { text, hash: shortHash([text, ...urls].join('\n')).slice(0, 8) }
}

/** Where a link goes; one by reference to what its label says. */
function targetOf(node: Nodes): string | undefined {
  if (node.type === 'link' || node.type === 'image') return node.url
  return node.type === 'linkReference' || node.type === 'imageReference'
    ? `[${node.identifier}]`
    : undefined
}
