import { collectGit } from './collect-git.ts'

/** Loads the paths of all files that a commit up to `HEAD` removed; a renamed file has left its old one. */
export async function loadRemovedPaths(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlySet<string>> {
  const { output, failure } = await collectGit(root, logArguments, environment)
  if (failure !== undefined) throw failure
  return new Set(output.toString('utf8').split('\0').filter(Boolean))
}

const logArguments: readonly string[] = [
  'log',
  '--format=',
  '-z',
  '--name-only',
  '--no-renames',
  '--diff-filter=D',
  'HEAD',
  '--',
]
