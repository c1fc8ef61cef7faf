import type { BaselineReport, CheckReport, Fixes } from './check-report.ts'
import { toPlainFile, toPlainFinding, withNotes } from './plain.ts'

/** What the machine form says of findings, keys in a fixed order. */
export function toPlainCheck({
  findings,
  counts,
  baseline,
  fixes,
  notes = [],
  shard,
}: CheckReport): object {
  return {
    diagnostics: findings.map(toPlainFinding),
    counts,
    ...(baseline && { baseline: toPlainBaseline(baseline) }),
    ...(fixes && { fixed: toPlainFixes(fixes) }),
    ...withNotes(notes),
    ...(shard && { shard }),
  }
}

function toPlainBaseline({ known, mended, outcome }: BaselineReport): object {
  return { known, mended, written: outcome === 'written' }
}

function toPlainFixes({ count, files, outcome }: Fixes): object {
  const written = outcome === 'written' && count > 0
  return { findings: count, files: files.map(toPlainFile), written }
}
