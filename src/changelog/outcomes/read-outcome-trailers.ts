import type { Trailer } from '../commits/commit-details.ts'
import { type Outcome, outcomes } from '../outcome.ts'

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
 * Reads what the trailers of a commit tell of outcomes.
 *
 * ```text
 * Todo-Outcome: done
 * Todo-Outcome: abandoned PathInfo: include references
 * ```
 *
 * A word that is no outcome says nothing.
 */
export function readOutcomeTrailers(trailers: readonly Trailer[]): ToldOutcome[] {
  return trailers.flatMap(({ key, value }) => {
    if (key.toLowerCase() !== OUTCOME_KEY.toLowerCase()) return []
    const [word = '', ...rest] = value.trim().split(/\s+/u)
    const outcome = outcomes.find((each) => each === word.toLowerCase())
    if (outcome === undefined) return []
    const title = unquote(rest.join(' '))
    return [{ outcome, ...(title !== '' && { title }), text: `${key}: ${value}` }]
  })
}

function unquote(title: string): string {
  return QUOTED.exec(title)?.[1] ?? title
}

/** "\"redb backend\"" */
const QUOTED = /^["“](.*)["”]$/u
