import type { Diagnostic } from '../diagnostic.ts'
import type { LinkCounts } from '../links/check-documents.ts'
import type { Point } from '../text/line-index.ts'
import type { FileSummary } from './file-summary.ts'

/** A finding with the lines that it stands on: all that a report needs, without the document. */
export interface Finding {
  readonly diagnostic: Diagnostic
  /** The line that it begins on, without its line end. */
  readonly line: string
  /** The line that it ends on, where that is another. */
  readonly lastLine?: string
  /** The edits of its fix, in the order that the fix has them in; absent where it has no fix. */
  readonly edits?: readonly PlacedEdit[]
}

/** An edit of a fix, by lines. */
export interface PlacedEdit {
  readonly start: Point
  readonly end: Point
  /** What stands there afterwards. */
  readonly text: string
  /** The line that it begins on, without its line end. */
  readonly line: string
  /** The line that it ends on, where that is another. */
  readonly lastLine?: string
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
