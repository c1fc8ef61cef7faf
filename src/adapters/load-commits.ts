import type { CommitDetails } from '../changelog/commits/commit-details.ts'
import { collectGit } from './collect-git.ts'
import { commitFormat, parseCommits } from './parse-commits.ts'
import { plainLogArguments } from './plain-log-arguments.ts'

/**
 * Loads what commits say and which files they changed, in one run of git.
 *
 * Trailers are read by git, with the settings of the repository. Throws `git` where there is no
 * commit of an id.
 *
 * @param ids Hashes, in any order; the same one may stand there twice.
 */
export async function loadCommits(
  root: string,
  ids: Iterable<string>,
  environment: NodeJS.ProcessEnv,
): Promise<Map<string, CommitDetails>> {
  const input = Array.from(new Set(ids), (id) => `${id}\n`).join('')
  // Asked for nothing, git would tell of the last commit.
  if (input === '') return new Map()
  const { output, failure } = await collectGit(root, logArguments, environment, input)
  if (failure !== undefined) throw failure
  return new Map(parseCommits(output).map((details) => [details.commit, details]))
}

const logArguments: readonly string[] = [
  'log',
  '--no-walk=unsorted',
  '--stdin',
  '-z',
  '--name-only',
  `--format=${commitFormat}`,
  // A merge is compared with its first parent.
  '-m',
  '--first-parent',
  ...plainLogArguments,
]
