import type { List, ListItem, Nodes } from 'mdast'
import { nodeSpan } from './node-span.ts'

/**
 * Tells where the text of a block ends.
 *
 * A list and a list item end where their last block does: the engines differ in how many of the
 * lines behind it they count in.
 */
export function blockEnd(block: Nodes, text: string): number {
  let node = block
  while (node.type === 'list' || node.type === 'listItem') {
    const last: Nodes | undefined = node.children.at(-1)
    if (last === undefined) return emptyEnd(node, text)
    node = last
  }
  return nodeSpan(node).end
}

/** An empty item ends behind its marker. */
function emptyEnd(node: List | ListItem, text: string): number {
  return node.type === 'listItem' ? bulletContent(node, text) : nodeSpan(node).end
}

/** Where the first line of a bullet's content begins: behind its marker and white space. */
export function bulletContent(node: ListItem, text: string): number {
  const { start, end } = nodeSpan(node)
  return (
    start + (MARKER.exec(text.slice(start, Math.min(end, start + LONGEST_MARKER)))?.[0].length ?? 0)
  )
}

/** "10. " */
const MARKER = /^(?:[-+*]|\d{1,9}[.)])[ \t]*/u

/** Nine digits, a dot, and as many spaces and tabs as a marker can have behind it. */
const LONGEST_MARKER = 16
