import type { Diagnostic } from '../diagnostic.ts'
import { compareDiagnostics } from '../links/compare-diagnostics.ts'
import { countSeverities } from '../links/count-severities.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import type { CheckReport } from '../reporters/check-report.ts'
import { checkRepository } from './check-repository.ts'
import { hasMovedAnchors } from './has-moved-anchors.ts'
import { listDocuments } from './list-documents.ts'
import { openStaged, type StagedState } from './open-staged.ts'
import type { Ports } from './ports.ts'
import type { CheckOptions } from './run-check.ts'

/**
 * Checks what the next commit would have, and never looks at the work tree.
 *
 * Of the documents that it changes all is reported; of the others, what it breaks there: a link to a
 * file or a section that it takes away, or that means another now.
 */
export async function checkStaged(options: CheckOptions, ports: Ports): Promise<CheckReport> {
  return checkState(options, await openStaged(ports))
}

/** The same for an index that is open already. */
export async function checkState(options: CheckOptions, state: StagedState): Promise<CheckReport> {
  const report = await find({ ...options, isUnstaged: state.isUnstaged }, state)
  const unmerged = new Set(state.tree.unmerged)
  const findings = report.findings.filter(({ diagnostic }) => !unmerged.has(diagnostic.file))
  const severities = countSeverities(findings.map(({ diagnostic }) => diagnostic))
  return withNotes({ ...report, findings, counts: { ...report.counts, ...severities } }, state)
}

async function find(options: CheckOptions, state: StagedState): Promise<CheckReport> {
  if (options.base !== undefined) {
    await state.tree.load(state.tree.files().filter(isMarkdownPath))
    return checkRepository(options, state.ports)
  }
  const documents = await selectDocuments(options, state)
  const own = documents.length === 0 ? nothing : await checkOwn(documents, options, state)
  const others = await checkOthers(documents, options, state)
  return others === undefined ? own : unite(own, others)
}

/** The documents that the commit changes, but for those in conflict. */
async function selectDocuments(
  { paths }: CheckOptions,
  { changed, tree, ports }: StagedState,
): Promise<readonly string[]> {
  const unmerged = new Set(tree.unmerged)
  const named = new Set(paths.length === 0 ? [] : await listDocuments(paths, ports))
  const documents = changed
    .filter(({ path, after }) => after !== undefined && isMarkdownPath(path))
    .map(({ path }) => path)
    .filter((path) => !unmerged.has(path) && (paths.length === 0 || named.has(path)))
  return documents.length === 0 ? [] : listDocuments(documents, ports)
}

async function checkOwn(
  documents: readonly string[],
  options: CheckOptions,
  { tree, ports }: StagedState,
): Promise<CheckReport> {
  await tree.load(documents)
  return checkRepository({ ...options, paths: documents }, ports)
}

/**
 * Compares with the last commit, where the next may break links of others; with each that it merges.
 *
 * @returns `undefined` where it can break none.
 */
async function checkOthers(
  own: readonly string[],
  options: CheckOptions,
  state: StagedState,
): Promise<CheckReport | undefined> {
  const { tree, ports } = state
  // Git is asked for the last commit only where that matters: each run of it takes time.
  if (!(await canBreakOthers(state))) return undefined
  const parents = await state.parents()
  await tree.load(tree.files().filter(isMarkdownPath))
  const reports: CheckReport[] = []
  for (const base of parents)
    reports.push(await checkRepository({ ...options, paths: [], base }, ports))
  const [first, ...rest] = reports
  if (first === undefined) return undefined
  const owned = new Set(own)
  const findings = first.findings.filter(({ diagnostic }) => {
    const isOfOthers = !owned.has(diagnostic.file) || diagnostic.code === 'link/retargeted'
    return isOfOthers && rest.every((report) => hasFinding(report, diagnostic))
  })
  return { ...first, findings }
}

/** Whether a file goes away, or a document gives an anchor to something else; of a merge, nobody asks. */
async function canBreakOthers(state: StagedState): Promise<boolean> {
  if (state.index.merged.length > 0) return true
  const isGone = state.changed.some(({ after, from }) => after === undefined || from !== undefined)
  return isGone || (await hasMovedAnchors(state))
}

function hasFinding({ findings }: CheckReport, wanted: Diagnostic): boolean {
  return findings.some(
    // One may be about the fragment of a link, and the other about all of it.
    ({ diagnostic: { file, code, end } }) =>
      file === wanted.file && code === wanted.code && end.offset === wanted.end.offset,
  )
}

const nothing: CheckReport = {
  kind: 'check',
  findings: [],
  counts: {
    documents: 0,
    links: 0,
    checked: 0,
    notChecked: 0,
    unknown: 0,
    ignored: 0,
    ...countSeverities([]),
  },
}

/** The others are counted with those that the commit changes. */
function unite(own: CheckReport, others: CheckReport): CheckReport {
  const { since: _since, ...counts } = others.counts
  const findings = [...own.findings, ...others.findings].sort((a, b) =>
    compareDiagnostics(a.diagnostic, b.diagnostic),
  )
  return { ...own, findings, counts }
}

function withNotes(report: CheckReport, { tree }: StagedState): CheckReport {
  const { length } = tree.unmerged
  if (length === 0) return report
  const count = length === 1 ? '1 file is' : `${length} files are`
  const note = `${count} in conflict, and not checked: ${tree.unmerged.join(', ')}`
  return { ...report, notes: [...(report.notes ?? []), note] }
}
