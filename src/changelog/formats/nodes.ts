import type { Heading, List, ListItem } from 'mdast'

/** Makes a heading of plain text. */
export function heading(depth: 2 | 3, value: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value }] }
}

/** Makes a list of bullets; it is loose where one of them has more than a line. */
export function list(children: readonly ListItem[]): List {
  const spread = children.some((item) => item.children.length > 1)
  return { type: 'list', ordered: false, spread, children: [...children] }
}
