import { CrossoffError } from '../errors.ts'
import { findRoot } from './find-root.ts'

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
    env: environmentFor(root, environment),
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  if (result.error !== undefined) {
    throw new CrossoffError(
      'git',
      `\`git\` cannot be run in \`${root}\`: ${result.error.message}`,
      {
        help: 'install git, or put it on the search path; the files of a repository are read through it',
        cause: result.error,
      },
    )
  }
  if (result.status !== 0) {
    throw new CrossoffError('git', `\`git ${args[0] ?? ''}\` failed in \`${root}\``, {
      help: result.stderr.toString('utf8').trim(),
    })
  }
  return result.stdout
}

function environmentFor(root: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (findRoot(process.cwd(), environment) === root) return environment
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')),
  )
}
