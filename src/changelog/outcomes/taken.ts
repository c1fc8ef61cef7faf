import type { OutcomeRule } from './outcome-rule.ts'

/** The difference shows who has its text now. */
export const taken: OutcomeRule = {
  summary: 'Most of its text stands in another item now: merged.',
  decide: ({ departure: { event } }) =>
    event.into && { outcome: 'merged', text: `into ${event.into.join(' › ')}` },
}
