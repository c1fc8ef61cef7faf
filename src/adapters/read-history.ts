import { CrossoffError } from '../errors.ts'
import { groupBy } from '../group-by.ts'
import type { DocumentHistory, HistoryQuery, Revision } from '../history/history-source.ts'
import { leaveOutIdleMerges } from '../history/leave-out-idle-merges.ts'
import { loadLog, type LogQuery } from './load-log.ts'
import type { RawCommit } from './parse-raw-log.ts'
import { readSpan, type Span, type SpanQuery } from './read-span.ts'
import { resolveCommit } from './resolve-commit.ts'

/**
 * Reads the commits that changed a document, through renames of its file.
 *
 * The log of the file's name comes first. Where commits in it renamed another file to that name,
 * what lies behind them is the log of the other name, and so on: of each name for itself, since a
 * commit can do one thing to one file that becomes the document and another to another.
 */
export async function readHistory(
  root: string,
  query: HistoryQuery,
  environment: NodeJS.ProcessEnv,
): Promise<TracedHistory> {
  const { file, from = 'HEAD', firstParent } = query
  const start = from === 'HEAD' ? from : await resolveCommit(root, from, environment)
  const log: LogQuery = { starts: [start], without: [], paths: [file], firstParent }
  const commits = await loadFirst(root, log, environment)
  const history = await traceBack(root, log, commits, environment)
  if (history.revisions.length === 0) throw notCommitted(query)
  return history
}

/** What git tells of a document, but for where the clone was cut. */
type TracedHistory = Pick<DocumentHistory, 'revisions' | 'tip'>

/**
 * Reads the commits that changed documents, as if each were read for itself, and a merge as one commit:
 * git walks them once for all names that the documents have.
 *
 * @returns By path; those that no commit has are left out.
 */
export async function readHistories(
  root: string,
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Map<string, TracedHistory>> {
  const all: LogQuery = { starts: ['HEAD'], without: [], paths: files, firstParent: true }
  const commits = files.length === 0 ? [] : await loadFirst(root, all, environment)
  const found = new Map<string, TracedHistory>()
  for (const file of files) {
    const log = { ...all, paths: [file] }
    const own = commits.filter(({ sides }) => sides.some((side) => side.has(file)))
    if (own.length > 0) found.set(file, await traceBack(root, log, own, environment))
  }
  return found
}

/** @param commits The log of the one path that is asked for. */
async function traceBack(
  root: string,
  log: LogQuery,
  commits: readonly RawCommit[],
  environment: NodeJS.ProcessEnv,
): Promise<TracedHistory> {
  const { firstParent } = log
  const [file = ''] = log.paths
  const first = await readSpan(root, { ...log, path: file }, commits, environment)
  const spans = [first]
  let isForked = false
  for (let last = [first]; last.length > 0; spans.push(...last)) {
    const queries = queriesBehind(last, firstParent)
    isForked ||= queries.length > 1
    last = await Promise.all(
      queries.map(async (next) => {
        const older = await loadLog(root, { ...log, ...next, paths: [next.path] }, environment)
        return readSpan(root, next, older, environment)
      }),
    )
  }
  const revisions = spans.flatMap((span) => span.revisions)
  const tip = tipOf(commits, file)
  const sorted = isForked ? await sort(root, log, revisions, environment) : revisions
  return { revisions: leaveOutIdleMerges(sorted), tip }
}

/** What lies behind the renames that some parts of a history begin with: a query for each name. */
function queriesBehind(spans: readonly Span[], firstParent: boolean): SpanQuery[] {
  const renames = groupBy(
    spans.flatMap((span) => span.renames),
    ({ source }) => source.path,
  )
  return [...renames].map(([path, found]) => ({
    path,
    starts: [...new Set(found.map(({ parent }) => parent))],
    firstParent,
  }))
}

/**
 * Puts the revisions of several names into one order, each once: branches that knew the document by
 * several names come from one commit.
 */
async function sort(
  root: string,
  log: LogQuery,
  revisions: readonly Revision[],
  environment: NodeJS.ProcessEnv,
): Promise<Revision[]> {
  const paths = [...new Set([...log.paths, ...revisions.map(({ path }) => path)])]
  const commits = await loadLog(root, { ...log, paths }, environment)
  const found = groupBy(revisions, ({ commit }) => commit)
  return commits.flatMap(({ commit }) => [
    ...new Map(found.get(commit)?.map((revision) => [revision.path, revision])).values(),
  ])
}

async function loadFirst(
  root: string,
  log: LogQuery,
  environment: NodeJS.ProcessEnv,
): Promise<RawCommit[]> {
  try {
    return await loadLog(root, log, environment)
  } catch (cause) {
    // Asked only now, as it costs another run: whether a repository or a first commit is what lacks.
    await resolveCommit(root, 'HEAD', environment)
    throw cause
  }
}

/**
 * Tells what the commit that the log starts from has at a path.
 *
 * Between it and the first commit that differs from a parent there, nothing does: they have the same.
 */
function tipOf(commits: readonly RawCommit[], path: string): string | undefined {
  for (const { sides } of commits) {
    const side = sides.find((changes) => changes.has(path))
    if (side !== undefined) return side.get(path)?.after
  }
  return undefined
}

function notCommitted({ file, from }: HistoryQuery): CrossoffError {
  const where = from === undefined ? 'no commit has' : `no commit up to \`${from}\` has`
  return new CrossoffError('git', `${where} the file \`${file}\``, {
    help: 'a history is made of commits: `git add` the document and commit it',
  })
}
