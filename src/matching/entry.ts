import type { Item, ItemKind, ItemStatus } from '../document/document.ts'

/**
 * An item as two revisions are compared by it: what it says, without its place and layout.
 *
 * Indentation, markers, soft wraps and blank lines are left out, so that a document that was only
 * laid out anew has the same entries. An entry may be shared by revisions.
 */
export interface Entry {
  readonly kind: ItemKind
  /** A section's heading level; 0 for bullets and labels, whose depth their place tells. */
  readonly level: number
  /** The rendered title. */
  readonly title: string
  readonly status: ItemStatus
  /** Source of the title with its emphasis and backticks, soft wraps folded. */
  readonly source: string
  /** The item's own blocks below its title, soft wraps folded, a blank line between two. */
  readonly text: string
  /** Entries of the child items, in document order. */
  readonly children: readonly Entry[]
  /** The same for two entries that say the same, those below them included, at whatever level. */
  readonly key: string
  /** The item that it was read from; absent where no document is kept. */
  readonly item?: Item
}
