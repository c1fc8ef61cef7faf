import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gitEnvironment } from './git-environment.ts'

/**
 * Finds the folder in which git keeps what all work trees of a repository share, without git.
 *
 * The root has it as `.git`, or a file of that name that says where it is: for a submodule, and for
 * a linked work tree, whose own folder has a file `commondir`. `undefined` where there is none.
 * Source: https://git-scm.com/docs/gitrepository-layout
 */
export function findGitDirectory(root: string, environment: NodeJS.ProcessEnv): string | undefined {
  const { GIT_COMMON_DIR } = gitEnvironment(root, environment)
  const directory = findOwnGitDirectory(root, environment)
  if (directory === undefined) return undefined
  const common = GIT_COMMON_DIR === undefined ? readLine(join(directory, 'commondir')) : undefined
  if (common !== undefined) return ifFolder(resolve(directory, common))
  return GIT_COMMON_DIR === undefined ? directory : ifFolder(resolve(root, GIT_COMMON_DIR))
}

/** Finds the folder in which git keeps what one work tree has alone: its index, a merge that goes on. */
export function findOwnGitDirectory(
  root: string,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const { GIT_DIR = '.git' } = gitEnvironment(root, environment)
  return followLink(resolve(root, GIT_DIR))
}

/** Takes a folder as it is, and a file for what it says: `gitdir: ../.git/modules/vendor`. */
function followLink(path: string): string | undefined {
  const line = ifFolder(path) === undefined ? readLine(path) : undefined
  if (line === undefined) return ifFolder(path)
  const prefix = 'gitdir: '
  return line.startsWith(prefix)
    ? ifFolder(resolve(dirname(path), line.slice(prefix.length)))
    : undefined
}

function ifFolder(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : undefined
}

function readLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/u, '')
  } catch {
    // No such file, or none that can be read: then it says nothing, and git will tell.
    return undefined
  }
}
