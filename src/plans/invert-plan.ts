import { type ApplyOptions, applyPlan } from './apply-plan.ts'
import type { Plan } from './plan.ts'

/**
 * Gives the plan that takes a plan back, byte for byte.
 *
 * @param options The documents as they are before the plan; nothing is written. Throws as `applyPlan`
 * does where the plan cannot be applied to them.
 */
export function invertPlan(plan: Plan, options: ApplyOptions): Plan {
  return applyPlan(plan, options).inverse
}
