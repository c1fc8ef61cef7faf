import type { Diagnostic } from '../diagnostic.ts'
import type { LinkCounts } from '../links/check-documents.ts'
import type { FileSummary } from './file-summary.ts'

/** A finding with the line that it begins on. */
export interface Finding {
  readonly diagnostic: Diagnostic
  /** Without its line end. */
  readonly line: string
}

/** What the checks found. */
export interface CheckReport {
  readonly kind: 'check'
  /** By file, then place. */
  readonly findings: readonly Finding[]
  readonly counts: LinkCounts
  /** The revision since which findings are told, as the user named it. */
  readonly base?: string
  /** What the baseline of the repository has to do with it; absent where there is none. */
  readonly baseline?: BaselineReport
  /** What else to know, a sentence each. */
  readonly notes?: readonly string[]
  /** What was fixed, where that was asked for; `findings` are what is left, or not fixed yet. */
  readonly fixes?: Fixes
}

/** What a baseline knows of findings. */
export interface BaselineReport {
  readonly outcome: 'read' | 'written'
  /** How many findings it has, which are not among those of the check. */
  readonly known: number
  /** How many it had and nobody finds any more. */
  readonly mended: number
}

/** What the fixes of findings did, or would do. */
export interface Fixes {
  readonly outcome: 'written' | 'planned'
  /** How many findings they mend. */
  readonly count: number
  readonly files: readonly FileSummary[]
}
