import type { Selector } from '../selectors/selector.ts'

/** Where a value of an operation comes from. */
export type ValueRequest =
  | { readonly kind: 'selector'; readonly selector: Selector }
  | { readonly kind: 'text'; readonly text: string }
  /** A document of the repository, by its path. */
  | { readonly kind: 'file'; readonly file: string }
  /** What a file holds. */
  | { readonly kind: 'content'; readonly file: string }
  /** Standard input. */
  | { readonly kind: 'input' }
  /** The user's editor, on the item's present text. */
  | { readonly kind: 'editor' }
