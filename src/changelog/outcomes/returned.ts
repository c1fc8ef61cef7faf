import type { OutcomeRule } from './outcome-rule.ts'

/** What came back later was undone, whatever was said when it left. */
export const returned: OutcomeRule = {
  summary: 'The item was brought back, unchecked, or taken out of the archive later: undone.',
  decide: ({ departure: { undone } }) =>
    undone && {
      outcome: 'undone',
      text: `${undone.change} in ${undone.revision.commit.slice(0, 10)}: ${undone.revision.subject}`,
    },
}
