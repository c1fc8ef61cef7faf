import type { OutcomeRule } from './outcome-rule.ts'

/** Who ticks a box means it, unless the message of that commit says otherwise. */
export const checked: OutcomeRule = {
  summary: 'It was checked, or struck through: done.',
  decide({ departure: { change } }) {
    return change === 'checked' ? { outcome: 'done', text: 'it was checked' } : undefined
  },
}
