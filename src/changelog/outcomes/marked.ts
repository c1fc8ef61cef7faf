import type { OutcomeRule } from './outcome-rule.ts'

/** People write it behind the title. */
export const marked: OutcomeRule = {
  summary: 'Its title says it, in brackets: `(wontfix)`, `[abandoned]`: abandoned.',
  decide({ departure: { event } }) {
    const mark = MARK.exec(event.title)?.[0]
    return mark === undefined ? undefined : { outcome: 'abandoned', text: mark }
  },
}

/** "(won't do)" */
const MARK =
  /[([](?:abandoned|cancell?ed|dropped|obsolete|rejected|wontfix|won[’']?t (?:do|fix|happen))[)\]]/iu
