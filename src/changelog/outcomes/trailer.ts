import { readOutcomeTrailers } from './read-outcome-trailers.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** The commit says it in so many words. */
export const trailer: OutcomeRule = {
  summary:
    'A trailer of the commit says it: `Todo-Outcome: abandoned`, for one item with its title behind.',
  decide({ departure: { event }, commit, left }) {
    const found = [left, commit].flatMap((each) =>
      each === undefined ? [] : readOutcomeTrailers(each.message),
    )
    const title = fold(event.title)
    const exact = found.find((told) => told.title !== undefined && fold(told.title) === title)
    const own = found.findLast(
      (told) => told.title !== undefined && title.startsWith(fold(told.title)),
    )
    const said = exact ?? own ?? found.find((told) => told.title === undefined)
    return said && { outcome: said.outcome, text: said.text }
  },
}

/** However it is cased, and whatever marks of Markdown the title has in its document. */
function fold(title: string): string {
  return title.toLowerCase().replaceAll(MARKS, '').trim()
}

/** "`Fan`" */
const MARKS = /[`*_~]/gu
