import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOwnGitDirectory } from './find-git-directory.ts'
import { hasCode } from './system-error.ts'

/**
 * Reads which commits the next one merges into the last; none where it is no merge.
 *
 * A hook that runs before the merge itself is committed has them in its environment alone.
 *
 * Source: https://git-scm.com/docs/gitrevisions#Documentation/gitrevisions.txt-MERGEHEAD,
 * https://github.com/git/git/blob/master/builtin/merge.c
 */
export function readMerged(root: string, environment: NodeJS.ProcessEnv): readonly string[] {
  const directory = findOwnGitDirectory(root, environment)
  if (directory === undefined) return []
  try {
    return readFileSync(join(directory, 'MERGE_HEAD'), 'utf8').split('\n').filter(Boolean)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return listNamed(environment)
    throw cause
  }
}

/** `GITHEAD_62a05e87b2a5d3bd9ea47ba5c5f5cd2c1a0f0f10=side` */
function listNamed(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment).flatMap((name) => HEAD.exec(name)?.[1] ?? [])
}

const HEAD = /^GITHEAD_([0-9a-f]{40,64})$/u
