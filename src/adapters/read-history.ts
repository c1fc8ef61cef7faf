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
): Promise<Pick<DocumentHistory, 'revisions' | 'tip'>> {
  const { file, from = 'HEAD', firstParent } = query
  const start = from === 'HEAD' ? from : await resolveCommit(root, from, environment)
  const log: LogQuery = { starts: [start], without: [], paths: [file], firstParent }
  const commits = await loadFirst(root, log, environment)
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
  if (revisions.length === 0) throw notCommitted(query)
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
