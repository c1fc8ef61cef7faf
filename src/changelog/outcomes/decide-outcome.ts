import type { Evidence, Outcome } from '../outcome.ts'
import { outcomeRules } from './index.ts'
import type { OutcomeCase, OutcomeRule } from './outcome-rule.ts'

/** An outcome with what it goes by. */
export interface Decision {
  readonly outcome: Outcome
  readonly evidence: Evidence
}

/** Tells what became of an item: the first rule that can tell decides. */
export function decideOutcome(given: OutcomeCase): Decision {
  const entries: readonly (readonly [string, OutcomeRule])[] = Object.entries(outcomeRules)
  for (const [rule, { decide }] of entries) {
    const verdict = decide(given)
    if (verdict === undefined) continue
    const { outcome, text } = verdict
    return { outcome, evidence: { rule, text } }
  }
  return { outcome: 'unknown', evidence: { rule: 'none', text: 'nothing in the commit tells' } }
}
