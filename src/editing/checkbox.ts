import type { Document, Item } from '../document/document.ts'
import type { Span } from '../text/span.ts'

/** Finds the character between the brackets of a bullet's checkbox. */
export function findCheckbox({ source: { text } }: Document, item: Item): Span | undefined {
  if (item.kind !== 'bullet') return undefined
  const box = BOX.exec(text.slice(item.span.start, item.titleSpan.start))
  const start = item.span.start + (box?.index ?? 0) + 1
  return box === null ? undefined : { start, end: start + 1 }
}

/** "[x] " right before a title */
const BOX = /\[.\][ \t\r\n]*$/u
