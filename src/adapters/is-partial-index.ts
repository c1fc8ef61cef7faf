import { basename } from 'node:path'
import { gitEnvironment } from './git-environment.ts'

/**
 * Tells whether a hook runs for `git commit PATHS`.
 *
 * Git then makes two indexes, one for the commit and one for afterwards, and shows a hook the first alone.
 *
 * Source: https://github.com/git/git/blob/master/builtin/commit.c, `prepare_index`
 */
export function isPartialIndex(root: string, environment: NodeJS.ProcessEnv): boolean {
  return PARTIAL.test(basename(gitEnvironment(root, environment).GIT_INDEX_FILE ?? ''))
}

/** "next-index-4711.lock" */
const PARTIAL = /^next-index-\d+\.lock$/u
