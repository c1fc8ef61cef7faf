import type { OutcomeRule } from './outcome-rule.ts'

/** An archive keeps what is done, unless the commit says otherwise. */
export const archived: OutcomeRule = {
  summary: 'It was moved to the archive: done.',
  decide: ({ departure: { change, event } }) =>
    change === 'moved'
      ? { outcome: 'done', text: `moved to ${event.path.slice(0, -1).join(' › ')}` }
      : undefined,
}
