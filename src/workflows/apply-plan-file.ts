import { CrossoffError } from '../errors.ts'
import { parsePlan } from '../plans/parse-plan.ts'
import type { Plan } from '../plans/plan.ts'
import type { ChangeReport, DocumentReport } from '../reporters/report.ts'
import { parseSourceText } from '../text/source-text.ts'
import { changeDocuments, type ChangeMode } from './change-documents.ts'
import { findDocument } from './find-document.ts'
import type { Ports } from './ports.ts'
import { readFile } from './read-document.ts'
import { requirePlanFile } from './require-plan-file.ts'

/** What `apply` is asked. */
export interface ApplyFileOptions {
  /** File of the plan; `undefined` for standard input. */
  readonly plan: string | undefined
  /** Document that the user named; it counts before the plan's own. */
  readonly file?: string | undefined
}

/** Applies a plan from a file or from standard input. */
export async function applyPlanFile(
  options: ApplyFileOptions,
  mode: ChangeMode,
  ports: Ports,
): Promise<ChangeReport | DocumentReport> {
  const name = options.plan ?? 'standard input'
  const bytes = options.plan === undefined ? ports.readInput() : ports.readFile(options.plan)
  if (bytes === undefined)
    throw new CrossoffError('file-missing', `the plan \`${name}\` does not exist`)
  if (options.plan !== undefined && mode.inverse !== undefined) {
    const inUse = new Map([[options.plan, 'the plan itself']])
    requirePlanFile({ flag: 'inverse', path: mode.inverse }, inUse, ports)
  }
  if (options.file !== undefined) await readFile(ports, options.file)
  const parsed = parsePlan(parseSourceText(bytes, name).text, name)
  const plan = options.file === undefined ? parsed : { ...parsed, file: options.file }
  const file = plan.file ?? namedByAll(plan) ?? (await findDocument(ports, undefined))
  return changeDocuments({ plan, file }, mode, ports)
}

/** Where every operation names its document, as in the inverse of a move, none has to be found. */
function namedByAll({ operations }: Plan): string | undefined {
  const files = operations.map((operation) => ('file' in operation ? operation.file : undefined))
  return files.includes(undefined) ? undefined : files[0]
}
