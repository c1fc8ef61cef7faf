import type { Document, ItemKind } from '../document/document.ts'
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
  return INSERTERS[insertion.fragment.kind](document, insertion, position, parse)
}
