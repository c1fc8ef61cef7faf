import type { Diagnostic, Severity } from '../diagnostic.ts'

/** How many findings there are of each severity. */
export interface SeverityCounts {
  readonly errors: number
  readonly warnings: number
  readonly hints: number
}

/** Counts findings by their severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const count = (severity: Severity): number =>
    diagnostics.filter((each) => each.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') }
}
