import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Finds the root of the repository that a folder belongs to, by walking up for `.git`.
 *
 * A work tree or a submodule has a file of that name instead of a folder. `undefined` outside of git.
 */
export function findRoot(folder: string, environment: NodeJS.ProcessEnv): string | undefined {
  // A hook of a repository with a detached work tree has no `.git` above its files.
  const named = environment.GIT_WORK_TREE
  if (named !== undefined && isWithin(resolve(named), folder)) return resolve(named)
  for (let current = folder; ; current = dirname(current)) {
    if (statSync(join(current, '.git'), { throwIfNoEntry: false }) !== undefined) return current
    if (dirname(current) === current) return undefined
  }
}

/** Tells whether a path lies in a folder, or is that folder; both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  const prefix = folder.endsWith('/') || folder.endsWith('\\') ? folder : join(folder, '/')
  return path === folder || path.startsWith(prefix)
}
