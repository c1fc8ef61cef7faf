import type { Nodes } from 'mdast'
import type { Span } from '../text/span.ts'

/** Tells where a node of the syntax tree stands. */
export function nodeSpan(node: Nodes): Span {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) {
    throw new Error(`a \`${node.type}\` node has no position`)
  }
  return { start, end }
}
