import { compareDiagnostics } from '../links/compare-diagnostics.ts'
import type { CheckReport, Finding, ShardPart } from '../reporters/check-report.ts'
import { addCounts } from './add-counts.ts'
import { keepNews } from './keep-news.ts'
import type { Ports } from './ports.ts'
import { readShardReports } from './read-shard-reports.ts'
import { MOST_RECALLED } from './recall-targets.ts'

/**
 * Joins the reports of all shards of a check into what one check of all tells.
 *
 * A ledger of links that the repository keeps gets what the shards learnt, as it does from one check.
 *
 * @param folder Where the reports are.
 */
export async function mergeReports(folder: string, ports: Ports): Promise<CheckReport> {
  const shards = await readShardReports(folder, ports)
  const isReached = shards.some((shard) => shard.isReached === true)
  const parts = shards.map(({ part, ifReached }) => (isReached ? (ifReached ?? part) : part))
  const findings = joinFindings(parts)
  const base = shards[0]?.base
  const baseline = joinBaselines(parts, base !== undefined)
  const notes = await keepNews(
    parts.flatMap(({ ledger }) => (ledger === undefined ? [] : [ledger])),
    ports,
  )
  return {
    kind: 'check',
    findings,
    counts: addCounts(
      parts.map(({ counts }) => counts),
      findings.map(({ diagnostic }) => diagnostic),
    ),
    ...(base !== undefined && { base }),
    ...(baseline && { baseline }),
    notes,
  }
}

/** One check asks history of the first few lost files of all, and each shard asked of the first few of its own. */
function joinFindings(parts: readonly ShardPart[]): Finding[] {
  const lost = [...new Set(parts.flatMap((part) => part.lost))].sort().slice(0, MOST_RECALLED)
  const isRecalled = new Set(lost)
  return parts
    .flatMap((part) => part.findings)
    .map(({ plain, ...finding }): Finding => {
      const file = plain?.diagnostic.lost
      return plain === undefined || file === undefined || isRecalled.has(file) ? finding : plain
    })
    .sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic))
}

/** A finding that the baseline has, one shard finds and the others take for mended. */
function joinBaselines(parts: readonly ShardPart[], hasBase: boolean): CheckReport['baseline'] {
  const baselines = parts.flatMap(({ baseline }) => baseline ?? [])
  const [first] = baselines
  if (first === undefined) return undefined
  const known = baselines.reduce((sum, baseline) => sum + baseline.known, 0)
  return { outcome: 'read', known, mended: hasBase ? 0 : first.known + first.mended - known }
}
