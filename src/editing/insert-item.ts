import type { Document, ItemKind } from '../document/document.ts'
import { CrossoffError } from '../errors.ts'
import type { Edited, Parse } from './edited.ts'
import type { Insertion } from './fragment.ts'
import { insertBullet } from './insert-bullet.ts'
import { insertLabel } from './insert-label.ts'
import { insertSection } from './insert-section.ts'
import type { Position } from './position.ts'

type Insert = (document: Document, insertion: Insertion, position: Position, parse: Parse) => Edited

const INSERTERS = {
  section: insertSection,
  bullet: insertBullet,
  label: insertLabel,
} satisfies Record<ItemKind, Insert>

/** Puts an item into a document, written as what stands around it. */
export function insertItem(
  document: Document,
  insertion: Insertion,
  position: Position,
  parse: Parse,
): Edited {
  const { kind } = insertion.fragment
  if (kind !== 'bullet' && position.relation === 'under' && position.block !== undefined) {
    throw new CrossoffError(
      'operation-refused',
      `a ${kind} cannot stand among the blocks of text of \`${position.item.title}\``,
      { help: 'leave `block` out: it stands behind them' },
    )
  }
  return INSERTERS[kind](document, insertion, position, parse)
}
