import { type Outcome, outcomes } from '../outcome.ts'
import { unquoteTitle } from './unquote-title.ts'

/** An outcome that a commit tells. */
export interface ToldOutcome {
  readonly outcome: Outcome
  /** Title of the item that is meant, or how it begins; absent where all of the commit are. */
  readonly title?: string
  /** The trailer, as it is written. */
  readonly text: string
}

/** The trailer that tells what became of the items that a commit takes out. */
export const OUTCOME_KEY = 'Todo-Outcome'

/**
 * Reads what a message tells of outcomes, on lines of their own.
 *
 * ```text
 * Todo-Outcome: done
 * Todo-Outcome: abandoned PathInfo: include references
 * ```
 *
 * Such a line counts wherever it stands: where commits are squashed, what were trailers stand in the middle
 * of a body. A word that is no outcome says nothing.
 */
export function readOutcomeTrailers(message: string): ToldOutcome[] {
  return [...message.matchAll(LINE)].flatMap(([text, word = '', title = '']) => {
    const outcome = outcomes.find((each) => each === word.toLowerCase())
    const meant = unquoteTitle(title.trim())
    return outcome === undefined ? [] : [{ outcome, ...(meant !== '' && { title: meant }), text }]
  })
}

/** "Todo-Outcome: done Sow beans" */
const LINE = /^Todo-Outcome:[ \t]*([a-z]+)\.?(?:[ \t]+(\S.*))?$/gimu
