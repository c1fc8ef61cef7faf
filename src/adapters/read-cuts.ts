import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CrossoffError } from '../errors.ts'
import { findGitDirectory } from './find-git-directory.ts'
import { hasCode, reasonOf } from './system-error.ts'

/**
 * Reads the commits at which a shallow clone was cut: git does not have their parents.
 *
 * Git lists them in a file, one hash a line; a repository that is whole has no such file.
 */
export function readCuts(root: string, environment: NodeJS.ProcessEnv): ReadonlySet<string> {
  const directory = findGitDirectory(root, environment)
  if (directory === undefined) return new Set()
  const file = join(directory, 'shallow')
  try {
    return new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return new Set()
    throw new CrossoffError('git', `\`${file}\` cannot be read: ${reasonOf(cause)}`, { cause })
  }
}
