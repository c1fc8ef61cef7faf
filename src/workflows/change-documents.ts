import { CrossoffError } from '../errors.ts'
import type { Operation } from '../plans/plan.ts'
import type { PlannedFile, PlanResult } from '../plans/plan-result.ts'
import { renderPlan } from '../plans/render-plan.ts'
import { referenceLimit } from '../plans/verify-document.ts'
import type { FileChange } from '../ports.ts'
import type { ChangeReport, DocumentReport } from '../reporters/report.ts'
import { toPlanFile } from './collect-plan.ts'
import { toFindings } from './find-link-impact.ts'
import type { PlannedChange } from './planned-change.ts'
import type { Ports } from './ports.ts'
import { planChange, planChangeWithRepairs } from './plan-change.ts'
import { requireNewFile } from './require-new-file.ts'
import { requirePlanFile } from './require-plan-file.ts'
import { summarizeFile, textWithBom } from './summarize-file.ts'
import { toFileChange } from './to-file-change.ts'

/** How a change is carried out. */
export interface ChangeMode {
  /** Shows the change as a diff and writes nothing. */
  readonly isDryRun: boolean
  /** Prints the resulting document and writes nothing. */
  readonly isPrinted: boolean
  /** Writes even where links would break. */
  readonly isForced: boolean
  /** Repairs, in the same plan, the links that would break. */
  readonly repairsLinks: boolean
  /** File of the plan that the change is added to, instead of being carried out. */
  readonly plan?: string | undefined
  /** File to write the inverse plan to. */
  readonly inverse?: string | undefined
}

/**
 * Carries out a plan: every document is written, or none.
 *
 * Where links of the repository would newly break, nothing is written, unless it is forced.
 */
export async function changeDocuments(
  change: PlannedChange,
  mode: ChangeMode,
  ports: Ports,
): Promise<ChangeReport | DocumentReport> {
  const plan = mode.repairsLinks ? planChangeWithRepairs : planChange
  const { change: wanted, result, impact } = await plan(change, ports)
  for (const { file, before } of result.files) if (before === undefined) requireNewFile(file, ports)
  requirePlanFiles(wanted, result, mode, ports)
  const brokenLinks = toFindings(impact)
  const isRefused = brokenLinks.length > 0 && !mode.isForced
  const isKept = isRefused || mode.isDryRun || mode.isPrinted
  if (mode.isPrinted && !isRefused) return printed(result, wanted.file)
  if (!isKept) await ports.write(filesToWrite(wanted, result, mode, ports))
  return {
    kind: 'change',
    outcome: isRefused ? 'refused' : isKept || mode.plan !== undefined ? 'planned' : 'written',
    files: await Promise.all(result.files.map(summarizeFile)),
    plan: wanted.plan,
    inverse: result.inverse,
    repairsLinks: mode.repairsLinks,
    brokenLinks,
    notes: [
      ...(result.files.length === 0
        ? []
        : wanted.plan.operations.map((operation) => describeOperation(operation, wanted.file))),
      ...result.files.flatMap(describeDoubt),
    ],
  }
}

/** What is named for plans must not be what the change is made of, or another file. */
function requirePlanFiles(
  change: PlannedChange,
  result: PlanResult,
  mode: ChangeMode,
  ports: Ports,
): void {
  const documents = [change.file, ...result.files.map(({ file }) => file)]
  const inUse = new Map(documents.map((file) => [file, 'a document of the change']))
  if (mode.plan !== undefined) {
    requirePlanFile({ flag: 'plan', path: mode.plan }, inUse, ports)
    inUse.set(mode.plan, 'the plan that the change is added to')
  }
  if (mode.inverse !== undefined)
    requirePlanFile({ flag: 'inverse', path: mode.inverse }, inUse, ports)
}

/** A change that is added to a plan leaves the documents; what it would do is shown. */
function filesToWrite(
  change: PlannedChange,
  result: PlanResult,
  mode: ChangeMode,
  ports: Ports,
): FileChange[] {
  const documents =
    mode.plan === undefined
      ? result.files.map(toFileChange)
      : [toPlanFile(mode.plan, change, ports)]
  return [...documents, ...inverseChange(result, mode, ports)]
}

function printed({ files }: PlanResult, file: string): DocumentReport {
  const [only, second] = files
  if (second !== undefined) {
    throw new CrossoffError(
      'usage',
      `\`--stdout\` prints one document; this change has ${files.length}`,
      {
        help: 'see all of them with `--dry-run`',
      },
    )
  }
  if (only === undefined) throw new CrossoffError('usage', `nothing to change in \`${file}\``)
  return { kind: 'document', file: only.file, text: textWithBom(only.after) }
}

function inverseChange({ inverse }: PlanResult, mode: ChangeMode, ports: Ports): FileChange[] {
  const path = mode.inverse
  if (path === undefined) return []
  const after = new TextEncoder().encode(renderPlan(inverse, path))
  const before = ports.readReplaced(path)
  return [before === undefined ? { path, after } : { path, before, after }]
}

function describeOperation(operation: Operation, file: string): string {
  const { op } = operation
  if (op === 'splice') return `${op}: ${operation.file ?? file}: ${firstLine(operation.text)}`
  if ('target' in operation) return `${op}: ${operation.target.path.join(' › ')}`
  if ('text' in operation) return `${op}: ${firstLine(operation.text)}`
  return op
}

function firstLine(text: string): string {
  return text.trim().split(/\r\n|\r|\n/u)[0] ?? ''
}

function describeDoubt({ file, after, verification }: PlannedFile): string[] {
  if (verification === 'differs-as-told')
    return [`${file} holds text that Markdown parsers read in two ways`]
  if (verification === 'differs-as-before') {
    return [`${file} holds text, not changed here, that Markdown parsers read in two ways`]
  }
  if (after.text.length <= referenceLimit) return []
  return [
    `${file} is longer than ${referenceLimit / 1024} KB: its result was verified by one parser alone`,
  ]
}
