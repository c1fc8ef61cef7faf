import type { ChangeReport, DocumentReport } from '../reporters/report.ts'
import type { ChangeMode } from '../workflows/change-documents.ts'
import type { Outcome } from './command.ts'
import { exitCodes } from './exit-codes.ts'

/** A change that was not let through is a finding, and no document for a program to read. */
export function outcomeOf(report: ChangeReport | DocumentReport, mode: ChangeMode): Outcome {
  const isRefused = report.kind === 'change' && report.outcome === 'refused'
  if (!isRefused) return { report, code: exitCodes.clean }
  return { report, code: exitCodes.findings, stream: mode.isPrinted ? 2 : 1 }
}
