import type { Document, Item } from '../document/document.ts'
import type { ItemHome } from '../matching/item-home.ts'
import type { SourceText } from '../text/source-text.ts'
import type { TextEdit } from '../text/text-edit.ts'
import type { Plan } from './plan.ts'
import type { Verification } from './verify-document.ts'

/** One document before and after a plan. */
export interface PlannedFile {
  readonly file: string
  /** The text before; absent for a document that the plan makes. */
  readonly before: SourceText | undefined
  readonly after: SourceText
  /** The document before; absent where the text before is. */
  readonly past: Document | undefined
  /** What takes the text before to the text after, sorted by place. */
  readonly edits: readonly TextEdit[]
  readonly document: Document
  /** What the reference engine says of the result. */
  readonly verification: Verification
}

/** What a plan makes of the documents; nothing is written yet. */
export interface PlanResult {
  /** The documents that change, sorted by path. */
  readonly files: readonly PlannedFile[]
  /** The plan that takes all back. */
  readonly inverse: Plan
  /** Where each item of the documents before stands afterwards; dropped ones are left out. */
  readonly homes: ReadonlyMap<Item, ItemHome>
}
