import type { ItemKind } from '../document/document.ts'

/** What a user types to name one item. */
export interface Selector {
  /** Literal text, never syntax: the title, its source, either folded, or the title's beginning. */
  readonly text: string
  /** A contiguous run of ancestors' titles, outermost first, that may end at any ancestor. */
  readonly in?: readonly string[]
  readonly kind?: ItemKind
  /** 1-based place among the items that match, in document order. */
  readonly nth?: number
  /** 1-based line that the item's title begins on. */
  readonly line?: number
  /** The item's hash, a guard against changing what changed meanwhile. */
  readonly expect?: string
}

/** How a plan names one item: by its whole path. */
export interface Target {
  /** The titles from the outermost item to this one. */
  readonly path: readonly string[]
  readonly kind?: ItemKind
  /** 1-based place among the items of that path and kind, in document order. */
  readonly nth?: number
  /** The item's hash. */
  readonly expect?: string
}
