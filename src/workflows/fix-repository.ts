import type { PageAnswer } from '../remote/page-answer.ts'
import type { CheckReport } from '../reporters/check-report.ts'
import { checkRepository } from './check-repository.ts'
import { planFixes } from './plan-fixes.ts'
import type { Ports } from './ports.ts'
import type { CheckOptions } from './run-check.ts'
import { summarizeFile } from './summarize-file.ts'
import { toFileChange } from './to-file-change.ts'

/** How findings are fixed. */
export interface FixMode {
  /** Shows what would be written, and writes nothing. */
  readonly isDryRun: boolean
}

/**
 * Checks documents of the repository, and writes the fixes of what is found: every document, or none.
 *
 * @returns What is left, as a second check finds it; of a dry run, what was found.
 */
export async function fixRepository(
  given: CheckOptions,
  { isDryRun }: FixMode,
  ports: Ports,
): Promise<CheckReport> {
  const online = given.online && { ...given.online, answered: new Map<string, PageAnswer>() }
  const options = { ...given, online }
  const report = await checkRepository({ ...options, isThorough: true }, ports)
  const { count, files } = await planFixes(
    report.findings.map(({ diagnostic }) => diagnostic),
    ports,
  )
  const fixes = { count, files: await Promise.all(files.map(summarizeFile)) }
  if (isDryRun) return { ...report, fixes: { ...fixes, outcome: 'planned' } }
  if (count === 0) return { ...report, fixes: { ...fixes, outcome: 'written' } }
  await ports.write(files.map(toFileChange))
  return { ...(await checkRepository(options, ports)), fixes: { ...fixes, outcome: 'written' } }
}
