import type { Root } from 'mdast'

/** A place of a syntax tree: line, column and offset. */
export type TreePoint = NonNullable<Root['position']>['start']

/** Moves a point of a syntax tree on to an offset behind it. */
export function movePoint(text: string, from: TreePoint, offset: number): TreePoint {
  let { line, column } = from
  for (let at = Number(from.offset); at < offset; at++) {
    const unit = text[at]
    if (unit === '\n' || (unit === '\r' && text[at + 1] !== '\n')) {
      line++
      column = 1
    } else column++
  }
  return { line, column, offset }
}
