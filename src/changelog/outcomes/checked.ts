import type { OutcomeRule } from './outcome-rule.ts'

/** Who ticks a box means it. */
export const checked: OutcomeRule = {
  summary: 'It was checked, or struck through: done.',
  decide({ departure: { change, wasDone } }) {
    if (change === 'checked') return { outcome: 'done', text: 'it was checked' }
    return wasDone ? { outcome: 'done', text: 'it was checked when it left' } : undefined
  },
}
