import type { OutcomeRule } from './outcome-rule.ts'

/** Why what is long done goes is nobody's verdict. */
export const ticked: OutcomeRule = {
  summary: 'It was checked, or struck through, long before it left: done.',
  decide: ({ departure: { wasDone } }) =>
    wasDone ? { outcome: 'done', text: 'it was checked when it left' } : undefined,
}
