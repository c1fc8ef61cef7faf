import type { Lineage } from './lineage.ts'
import type { Transition } from './transition.ts'

/** The way from one parent's document to the commit's. */
export interface Step {
  readonly transition: Transition
  /** Identities of the parent's items, in document order. */
  readonly items: readonly string[]
  readonly lineage: Lineage
}
