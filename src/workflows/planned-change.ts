import type { Plan } from '../plans/plan.ts'

/** A plan, and the document that it means where it names none. */
export interface PlannedChange {
  readonly plan: Plan
  readonly file: string
}
