import type { PlannedFile } from '../plans/plan-result.ts'
import type { FileChange } from '../ports.ts'
import type { CheckReport } from '../reporters/check-report.ts'
import { isSameBytes } from '../text/is-same-bytes.ts'
import { checkStaged, checkState } from './check-staged.ts'
import type { FixMode } from './fix-repository.ts'
import { openStaged, type StagedState } from './open-staged.ts'
import { planFixes } from './plan-fixes.ts'
import type { IndexPorts, Ports } from './ports.ts'
import type { CheckOptions } from './run-check.ts'
import { summarizeFile } from './summarize-file.ts'
import { toFileChange } from './to-file-change.ts'

/**
 * Checks what the next commit would have, and writes the fixes of the documents that it changes: into
 * the index, and into the work tree where the same can be done there.
 *
 * What stands in the work tree alone stays there, and is not staged.
 */
export async function fixStaged(
  options: CheckOptions,
  { isDryRun }: FixMode,
  ports: Ports,
): Promise<CheckReport> {
  const state = await openStaged(ports)
  if (state.index.isPartial) return explainPartial(await checkState(options, state))
  const report = await checkState({ ...options, isThorough: true }, state)
  const fixable = findFixable(state)
  const own = report.findings
    .map(({ diagnostic }) => diagnostic)
    .filter(({ file, fix }) => fixable.has(fix?.file ?? file))
  const { count, files } = await planFixes(own, state.ports)
  const fixes = { count, files: await Promise.all(files.map(summarizeFile)) }
  if (isDryRun) return { ...report, fixes: { ...fixes, outcome: 'planned' } }
  if (count === 0) return { ...report, fixes: { ...fixes, outcome: 'written' } }
  const kept = await writeFixes(files, state, ports)
  const left = await checkStaged(options, ports)
  return {
    ...left,
    fixes: { ...fixes, outcome: 'written' },
    notes: [...(left.notes ?? []), ...kept.map(describeKept)],
  }
}

/**
 * Writes the index first: a fix that only the work tree has would stay out of the commit.
 *
 * @returns The documents that could be fixed in the index alone.
 */
async function writeFixes(
  files: readonly PlannedFile[],
  { index, tree }: StagedState,
  ports: Ports,
): Promise<string[]> {
  const changes = files.map(toStagedChange)
  const carried = await Promise.all(changes.map((each) => carryFix(each, index)))
  const fixed = changes.map(({ path, after }) => ({ path, before: tree.idOf(path) ?? '', after }))
  await index.replace(fixed)
  try {
    await ports.write(carried.filter((each) => each !== undefined))
  } catch (error) {
    const now = await index.tree()
    await index.replace(
      changes.map(({ path, before }) => ({ path, before: now.idOf(path) ?? '', after: before })),
    )
    throw error
  }
  return changes.map(({ path }) => path).filter((_, place) => carried[place] === undefined)
}

/** What a fix makes of a document; only one that is there can be fixed. */
function toStagedChange(file: PlannedFile): Required<FileChange> {
  const { path, before = new Uint8Array(), after } = toFileChange(file)
  return { path, before, after }
}

/** What is in conflict is for people to decide; what git was told not to look at is not looked at here. */
function findFixable({ changed, tree }: StagedState): ReadonlySet<string> {
  const kept = new Set([...tree.unmerged, ...tree.held])
  return new Set(changed.map(({ path }) => path).filter((path) => !kept.has(path)))
}

/** The same fix for the document as it stands in the work tree; `undefined` where it cannot be made. */
async function carryFix(
  { path, before, after }: Required<FileChange>,
  index: IndexPorts,
): Promise<FileChange | undefined> {
  const ours = index.readBeside(path)
  if (ours === undefined) return undefined
  if (isSameBytes(ours, before)) return { path, before: ours, after }
  const merged =
    (await index.merge({ base: before, ours, theirs: after })) ??
    (hasCrlf(ours)
      ? await index.merge({ base: toCrlf(before), ours, theirs: toCrlf(after) })
      : undefined)
  return merged && { path, before: ours, after: merged }
}

/** Git may have converted the ends of lines when the document was staged. */
function hasCrlf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes('\r\n')
}

function toCrlf(bytes: Uint8Array): Uint8Array {
  // A byte order mark is a part of the file.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  return new TextEncoder().encode(text.replaceAll(LINE_END, '\r\n'))
}

const LINE_END = /\r?\n/gu

function describeKept(path: string): string {
  return `\`${path}\` is fixed in the index alone: in the work tree it is another`
}

function explainPartial(report: CheckReport): CheckReport {
  const note =
    '`git commit PATHS` takes files past the index, so nothing was fixed: run `crossoff check --fix`, or stage them and commit without paths'
  return { ...report, notes: [...(report.notes ?? []), note] }
}
