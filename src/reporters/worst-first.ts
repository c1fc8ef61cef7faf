import type { Severity } from '../diagnostic.ts'
import type { Finding } from './check-report.ts'

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint']

/** Puts errors before warnings and these before hints; each in the order that they were in. */
export function worstFirst<Told extends Finding>(findings: readonly Told[]): Told[] {
  return SEVERITIES.flatMap((severity) =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity),
  )
}
