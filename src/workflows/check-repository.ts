import type { CheckReport } from '../reporters/check-report.ts'
import { findLines } from './find-lines.ts'
import type { KeptCheck } from './keep-baseline.ts'
import type { Ports } from './ports.ts'
import { type CheckOptions, type CheckRun, runCheck } from './run-check.ts'

/** Checks documents of the repository, and tells what was found. */
export async function checkRepository(options: CheckOptions, ports: Ports): Promise<CheckReport> {
  const run = await runCheck(options, ports)
  return toCheckReport(run.judgement.told, run.proof, options, ports)
}

/** Makes a report of what a check found. */
export function toCheckReport(
  { diagnostics, counts, baseline }: KeptCheck,
  proof: CheckRun['proof'],
  { base }: Pick<CheckOptions, 'base'>,
  { tree }: Ports,
): CheckReport {
  return {
    kind: 'check',
    findings: findLines(diagnostics, tree),
    counts,
    ...(base !== undefined && { base }),
    ...(baseline && { baseline }),
    ...(proof !== undefined && { notes: proof.notes }),
  }
}
