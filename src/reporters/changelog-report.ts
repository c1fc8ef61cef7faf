import type { Entry } from '../changelog/entry.ts'
import type { FileSummary } from './file-summary.ts'

/** What happened to the items of documents, as a changelog. */
export interface ChangelogReport {
  readonly kind: 'changelog'
  /** The changelog, in the form that was asked for. */
  readonly text: string
  /** Newest first. */
  readonly entries: readonly Entry[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** What was, or would be, written into a changelog; entries by their wording. */
export interface LedgerChangeReport {
  readonly kind: 'ledger-change'
  readonly outcome: 'written' | 'planned'
  readonly file: FileSummary
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly removed: readonly string[]
  /** Those that stand there in a person's words. */
  readonly kept: readonly string[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** What a changelog lacks; entries by their wording. */
export interface LedgerCheckReport {
  readonly kind: 'ledger-check'
  readonly file: string
  /** Whether there is such a file. */
  readonly isThere: boolean
  readonly missing: readonly string[]
  /** Those that nobody has touched, and that read otherwise now. */
  readonly outdated: readonly string[]
  /** What is wrong below releases, a sentence each. */
  readonly released: readonly string[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** Files that were written for another tool. */
export interface FragmentsReport {
  readonly kind: 'fragments'
  readonly outcome: 'written' | 'planned'
  /** The tool, by the word that users type. */
  readonly tool: string
  /** Paths from the repository's root. */
  readonly files: readonly string[]
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}
