import type { Nodes } from 'mdast'

/**
 * Walks a tree depth first, parents before children; a loop, so that deep nesting costs no stack.
 *
 * @param visitor Told of each node; `false` leaves out what stands below it.
 */
export function visit(root: Nodes, visitor: (node: Nodes) => unknown): void {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (visitor(node) === false || !('children' in node)) continue
    for (const child of node.children.toReversed()) stack.push(child)
  }
}
