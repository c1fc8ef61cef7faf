import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import type { Span } from '../text/span.ts'
import { blankLinesBefore, blankLinesBehind, lineEndAt } from './blank-lines.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Layout } from './layout.ts'
import { readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { removalSpan } from './removal.ts'

/** Takes an item out of a document, with all below it. */
export function removeItem(
  document: Document,
  item: Item,
  parse: Parse,
  { left }: Layout = {},
): Edited {
  requireLabelKept(document, item)
  const span = removalSpan(document, item)
  const eol = lineEndAt(document.source, span.start)
  const promise = rewriteOutline(readOutlines(document), item, () => [])
  const ways =
    left === undefined
      ? [[{ ...span, text: '' }], [{ ...span, text: eol }], [{ ...span, text: eol + eol }]]
      : [[{ ...withBlankLines(document, span), text: eol.repeat(left) }]]
  return chooseEdits(document, ways, promise, parse)
}

/** At either end of a document, no blank lines are left by intention. */
function withBlankLines({ source }: Document, span: Span): Span {
  const start = blankLinesBefore(source, span.start)
  const end = blankLinesBehind(source, span.end)
  return start === 0 || end === source.text.length ? span : { start, end }
}

/** A label without a list would be a paragraph, and no item any more. */
function requireLabelKept(document: Document, item: Item): void {
  const parent = walkItems(document.items).find((place) => place.item === item)?.parent?.item
  if (parent?.kind !== 'label' || parent.children.length > 1) return
  throw new CrossoffError(
    'operation-refused',
    `\`${item.title}\` is the only bullet of the label \`${parent.title}\``,
    {
      help: 'name the label, so that it goes along',
    },
  )
}
