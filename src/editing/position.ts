import type { Item } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'

/** Where an item is to stand: below another as its last child, beside it, or at a document's end. */
export type Position =
  | {
      readonly relation: 'under' | 'before' | 'after'
      readonly item: Item
      /** Below an item, the number of its own blocks of text that stand before; else all. */
      readonly block?: number
    }
  | { readonly relation: 'end' }

/** Says that an item cannot stand where it should. */
export function refusePlace(kind: Item['kind'], position: Position, help: string): CrossoffError {
  const where =
    position.relation === 'end'
      ? 'at the end of the document'
      : `${position.relation} the ${position.item.kind} \`${position.item.title}\``
  return new CrossoffError('operation-refused', `a ${kind} cannot stand ${where}`, { help })
}
