import type { Item } from '../document/document.ts'

/** Where an item stands, and in which document it stood before a change. */
export interface ItemHome {
  /** Document that it stood in before the change. */
  readonly origin: string
  readonly file: string
  readonly item: Item
}
