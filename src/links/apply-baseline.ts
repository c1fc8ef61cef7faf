import type { Diagnostic } from '../diagnostic.ts'
import type { Baseline } from './baseline.ts'

/** Findings, told by what was known of them. */
export interface BaselineCheck {
  /** Those that the baseline does not have, or has fewer of; in their order. */
  readonly fresh: readonly Diagnostic[]
  /** How many it has. */
  readonly known: number
  /** What it has and nothing is wrong with any more. */
  readonly mended: Baseline
}

/** Counts findings by their names. */
export function countFindings(diagnostics: readonly Diagnostic[]): Baseline {
  const counts = new Map<string, number>()
  for (const name of diagnostics.map(nameKnown)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Tells new findings from those that a baseline has. */
export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
): BaselineCheck {
  const left = new Map(baseline)
  const fresh = diagnostics.filter((diagnostic) => {
    const name = nameKnown(diagnostic)
    const count = left.get(name)
    if (count === undefined) return true
    if (count === 1) left.delete(name)
    else left.set(name, count - 1)
    return false
  })
  return { fresh, known: diagnostics.length - fresh.length, mended: left }
}

/** Names a finding for a baseline: without its place, which every edit above it moves. */
function nameKnown({ code, file, about = '' }: Diagnostic): string {
  return `${file} ${code} ${about}`
}
