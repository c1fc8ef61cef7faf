import type { Diagnostic } from '../diagnostic.ts'
import type { LinkCounts } from '../links/check-documents.ts'
import type { Ledger } from '../remote/ledger.ts'
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
  /** What joins it with the reports of other shards; absent where the report is of all there is. */
  readonly shard?: ShardReport
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

/** What the report of one of several shards has beside its findings, so that `merge-reports` can join them. */
export interface ShardReport {
  /** 1-based. */
  readonly index: number
  /** How many shards there are. */
  readonly count: number
  /** The commit that was checked; absent where there is none. */
  readonly revision?: string
  /** Stands for the config, the options, the documents and the release of crossoff: shards of one run have the same. */
  readonly run: string
  /** The revision since which findings are told, as the user named it. */
  readonly base?: string
  /** Whether any server answered; absent where nobody was asked. */
  readonly isReached?: boolean
  /** What was found. */
  readonly part: ShardPart
  /** What was found if the web was within reach after all, as another shard may know; absent where that is the same. */
  readonly ifReached?: ShardPart
}

/** What a shard found. */
export interface ShardPart {
  readonly findings: readonly ShardFinding[]
  readonly counts: LinkCounts
  /** As if there were no other shards: what they find is among what is mended. */
  readonly baseline?: BaselineReport
  /** Lost files that history was asked of, sorted by code unit: the first few of those of the shard. */
  readonly lost: readonly string[]
  /** What the ledger of links learnt; absent where nobody was asked, or nobody keeps one. */
  readonly ledger?: Ledger
}

/** A finding of a shard. */
export interface ShardFinding extends Finding {
  /** The finding without what history tells of it; absent where that is the same. */
  readonly plain?: Finding
}
