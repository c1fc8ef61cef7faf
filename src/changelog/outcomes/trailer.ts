import { readOutcomeTrailers } from './read-outcome-trailers.ts'
import type { OutcomeRule } from './outcome-rule.ts'

/** The commit says it in so many words. */
export const trailer: OutcomeRule = {
  summary:
    'A trailer of the commit says it: `Todo-Outcome: abandoned`, for one item with its title behind.',
  decide({ departure: { event }, commit, left }) {
    const found = [left, commit].flatMap((each) =>
      each === undefined ? [] : readOutcomeTrailers(each.trailers),
    )
    const own = found.find(({ title }) => title !== undefined && begins(event.title, title))
    const said = own ?? found.find(({ title }) => title === undefined)
    return said && { outcome: said.outcome, text: said.text }
  },
}

/** Titles are long: a beginning is enough, however its letters are cased. */
function begins(title: string, beginning: string): boolean {
  return title.toLowerCase().startsWith(beginning.toLowerCase())
}
