import { gitEnvironment } from './git-environment.ts'
import { gitFailed, gitMissing } from './git-failure.ts'

const LARGEST_OUTPUT = 1 << 30

/**
 * Runs git in a repository's root and gives what it prints, as bytes.
 *
 * @param root The repository; variables such as `GIT_DIR` and `GIT_INDEX_FILE` count for the one
 * that the process was started in, and are dropped for any other.
 */
export function runGit(
  root: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Buffer {
  // Only asked for here: loading it takes longer than a small check.
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const result = spawnSync('git', args, {
    cwd: root,
    env: gitEnvironment(root, environment),
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  if (result.error !== undefined) throw gitMissing(root, result.error)
  if (result.status !== 0) throw gitFailed(root, args[0] ?? '', result.stderr.toString('utf8'))
  return result.stdout
}
