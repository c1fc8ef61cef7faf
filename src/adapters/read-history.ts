import { CrossoffError } from '../errors.ts'
import type { DocumentHistory, HistoryQuery, Revision } from '../history/history-source.ts'
import { loadLog, type LogQuery } from './load-log.ts'
import type { RawCommit } from './parse-raw-log.ts'
import { readSpan } from './read-span.ts'
import { resolveCommit } from './resolve-commit.ts'

/**
 * Reads the commits that changed a document, through renames of its file.
 *
 * The log of the file's name comes first. Where commits in it renamed another file to that name,
 * what lies behind them is the log of the other name, and so on.
 */
export async function readHistory(
  root: string,
  query: HistoryQuery,
  environment: NodeJS.ProcessEnv,
): Promise<Pick<DocumentHistory, 'revisions' | 'tip'>> {
  const { file, from = 'HEAD', firstParent } = query
  const start = from === 'HEAD' ? from : await resolveCommit(root, from, environment)
  const revisions: Revision[] = []
  let log: LogQuery = { starts: [start], without: [], paths: [file], firstParent }
  let commits = await loadFirst(root, log, environment)
  const tip = tipOf(commits, file)
  for (;;) {
    const { revisions: span, renames } = await readSpan(root, log, commits, environment)
    revisions.push(...span)
    if (renames.length === 0) break
    const starts = [...new Set(renames.map(({ parent }) => parent))]
    const paths = [...new Set(renames.map(({ source }) => source.path))]
    log = { ...log, starts, paths }
    commits = await loadLog(root, log, environment)
  }
  if (revisions.length === 0) throw notCommitted(query)
  return { revisions, tip }
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
