import { collectGit } from './collect-git.ts'
import { encodeName } from './file-name.ts'
import { parseRawLog, type RawCommit, rawLogFormat } from './parse-raw-log.ts'
import { plainLogArguments } from './plain-log-arguments.ts'

/** Which commits a log is made of. */
export interface LogQuery {
  /** Commits to walk back from. */
  readonly starts: readonly string[]
  /** Commits that are left out, with all that leads to them. */
  readonly without: readonly string[]
  readonly paths: readonly string[]
  /** Takes a merge for one commit, as the branch that was merged into saw it. */
  readonly firstParent: boolean
}

/**
 * Loads the commits that differ from a parent in one of the paths, in one run of git.
 *
 * Newest first, a commit before its parents. Git is not asked to follow renames: its `--follow`
 * takes a copied template, or any other empty file, for the past of a new document, and loses what
 * other branches did under the name before.
 */
export async function loadLog(
  root: string,
  { starts, without, paths, firstParent }: LogQuery,
  environment: NodeJS.ProcessEnv,
): Promise<RawCommit[]> {
  const commits = [...starts, ...without.map((commit) => `^${commit}`)]
  const args = ['log', ...logArguments, ...(firstParent ? ['--first-parent'] : []), ...commits]
  // Node makes UTF-8 of arguments, so that other names can only go through the input; so do many.
  const { output, failure } =
    paths.length <= MOST_ARGUMENTS && paths.every(isUnicode)
      ? await collectGit(root, [...args, '--', ...paths], environment)
      : await collectGit(root, [...args, '--stdin'], environment, pathsInput(paths))
  if (failure !== undefined) throw failure
  return parseRawLog(output)
}

/** A command line has room for some thousands of long paths. */
const MOST_ARGUMENTS = 100

function isUnicode(path: string): boolean {
  return path.isWellFormed()
}

const logArguments: readonly string[] = [
  '-z',
  '--raw',
  '--no-abbrev',
  `--format=${rawLogFormat}`,
  '--topo-order',
  '--full-history',
  // A merge is compared with each of its parents.
  '-m',
  ...plainLogArguments,
]

function pathsInput(paths: readonly string[]): Buffer {
  const lines = paths.map((path) =>
    Buffer.concat([Buffer.from(encodeName(path)), Buffer.from('\n')]),
  )
  return Buffer.concat([Buffer.from('--\n'), ...lines])
}
