import type { OutcomeRule } from './outcome-rule.ts'

/** What stands in another document is open there, whatever the commit did beside. */
export const rehomed: OutcomeRule = {
  summary: 'The same commit added it to another document: merged.',
  decide: ({ departure: { home } }) =>
    home === undefined ? undefined : { outcome: 'merged', text: `moved to ${home}` },
}
