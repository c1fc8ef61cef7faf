import type { CommitDetails } from '../commits/commit-details.ts'
import type { Outcome } from '../outcome.ts'
import type { ParsedMessage } from '../commits/parse-message.ts'
import type { Departure } from '../read-departures.ts'

/** An item that left, and what is known of the commit that took it out. */
export interface OutcomeCase {
  readonly departure: Departure
  readonly commit: CommitDetails
  readonly message: ParsedMessage
  /** The commit that dropped it later, where it was checked or archived first. */
  readonly left?: CommitDetails
  /** Tells the documents of items: what changes them alone is no work. */
  readonly isDocument: (path: string) => boolean
}

/** What a rule decided. */
export interface Verdict {
  readonly outcome: Outcome
  /** What it went by, as it is written. */
  readonly text: string
}

/** One way to tell what became of an item. */
export interface OutcomeRule {
  /** One sentence, as the reference shows it. */
  readonly summary: string
  /** Decides; `undefined` where it cannot tell. */
  decide(given: OutcomeCase): Verdict | undefined
}
