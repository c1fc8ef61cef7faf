import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import { lineEndAt } from './blank-lines.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import { readOutlines } from './outline.ts'
import { rewriteOutline } from './outline-tree.ts'
import { removalSpan } from './removal.ts'

/** Takes an item out of a document, with all below it. */
export function removeItem(document: Document, item: Item, parse: Parse): Edited {
  requireLabelKept(document, item)
  const span = removalSpan(document, item)
  const eol = lineEndAt(document.source, span.start)
  const promise = rewriteOutline(readOutlines(document), item, () => [])
  return chooseEdits(
    document,
    [[{ ...span, text: '' }], [{ ...span, text: eol }], [{ ...span, text: eol + eol }]],
    promise,
    parse,
  )
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
