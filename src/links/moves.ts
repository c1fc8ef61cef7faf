import type { Document, Item } from '../document/document.ts'
import type { ItemHome } from '../matching/item-home.ts'

/** Where a change took files and items; what it does not name stayed as it was. */
export interface Moves {
  /**
   * The files that changed and were there before, by their path before: where they are after the
   * change, `undefined` for one that is gone.
   */
  readonly places: ReadonlyMap<string, string | undefined>
  /** The documents that changed, as they were, by their path before. */
  readonly before: ReadonlyMap<string, Document>
  /** The documents that changed, as they are, by their path after. */
  readonly after: ReadonlyMap<string, Document>
  /** Where each item of the documents before stands; those that are gone are left out. */
  readonly homes: ReadonlyMap<Item, ItemHome>
}
