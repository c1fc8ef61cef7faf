import type { Renames } from '../history/history-source.ts'
import { collectGit } from './collect-git.ts'
import { decodePrintedName } from './file-name.ts'
import { plainLogArguments } from './plain-log-arguments.ts'
import { renameArguments } from './rename-arguments.ts'

/** Loads which files the commits of a range renamed, in one run of git; a merge is one commit. */
export async function loadRenames(
  root: string,
  range: string,
  environment: NodeJS.ProcessEnv,
): Promise<Renames[]> {
  const { output, failure } = await collectGit(root, [...logArguments, range, '--'], environment)
  if (failure !== undefined) throw failure
  return parseRenames(output)
}

const logArguments: readonly string[] = [
  'log',
  '--format=%H',
  '--topo-order',
  '--first-parent',
  '-m',
  ...plainLogArguments,
  ...renameArguments,
  '--diff-filter=R',
]

/** Reads a commit, then for each of its renames a change and two names. */
function parseRenames(output: Buffer): Renames[] {
  const commits: Map<string, string>[] = []
  const pieces = output.toString('latin1').split('\0')
  for (let next = 0; next < pieces.length - 1; next++) {
    if (!(pieces[next] ?? '').trimStart().startsWith(':')) {
      commits.push(new Map())
      continue
    }
    const [from = '', to = ''] = pieces.slice(next + 1, next + 3)
    next += 2
    commits.at(-1)?.set(decodePrintedName(from), decodePrintedName(to))
  }
  return commits
}
