import { findClauses, judgeClause } from './find-clauses.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** The message tells, to who reads it. */
export const words: OutcomeRule = {
  summary:
    'The message says it in its own words: `is done`, `cross off`, `not going to work`, `drop the idea`; what is denied, wished for or asked does not count, nor do words of the title itself. Sentences about the item come first, then the subject, then the rest.',
  decide(given) {
    const { own, subject, body } = findClauses(given)
    for (const clause of [...own, ...subject, ...body]) {
      const outcome = judgeClause(clause)
      if (outcome !== undefined) return { outcome, text: clause.text }
    }
    return undefined
  },
}
