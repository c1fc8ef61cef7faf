import { isWithin } from '../is-within.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** A heading that was taken off what it held is no piece of work. */
export const kept: OutcomeRule = {
  summary: 'What stood below it stayed, under another heading: merged.',
  decide({ departure: { event, change, beside } }) {
    if (change !== 'dropped' || event.kind === 'bullet') return undefined
    const stayed = beside.find(
      (other) => other.change === 'moved' && isWithin(other.before?.path ?? [], event.path),
    )
    return stayed && { outcome: 'merged', text: `\`${stayed.title}\` stayed` }
  },
}
