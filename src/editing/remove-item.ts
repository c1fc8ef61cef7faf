import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import { blankLinesBehind, leaveBlankLines, lineEndAt } from './blank-lines.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Layout } from './layout.ts'
import { readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { itemLinesEnd, removalSpan } from './removal.ts'

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
    left === undefined || isLast(document, item)
      ? [[{ ...span, text: '' }], [{ ...span, text: eol }], [{ ...span, text: eol + eol }]]
      : [[leaveBlankLines(document.source, span, left)]]
  return chooseEdits(document, ways, promise, parse)
}

/** Where nothing follows, a file ends as it ended. */
function isLast(document: Document, item: Item): boolean {
  const { source } = document
  return blankLinesBehind(source, itemLinesEnd(document, item)) === source.text.length
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
