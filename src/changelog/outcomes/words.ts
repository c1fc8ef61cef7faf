import { readVerdict } from './read-verdict.ts'
import { sharesWords } from './shares-words.ts'
import { splitClauses } from './split-clauses.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** The message tells, to who reads it. */
export const words: OutcomeRule = {
  summary:
    'The message says it in its own words: `is done`, `cross off`, `not going to work`, `drop the idea`; what is negated does not count. Sentences about the item come first, then the subject, then the rest.',
  decide({ departure: { event }, message }) {
    const body = splitClauses(message.body)
    const own = body.filter((clause) => sharesWords(clause, event.title))
    for (const clause of [...own, ...splitClauses(message.description), ...body]) {
      const outcome = readVerdict(clause)
      if (outcome !== undefined) return { outcome, text: clause }
    }
    return undefined
  },
}
