import { isMarkdownPath } from '../links/markdown-path.ts'
import type { DiffSide } from '../workflows/read-side.ts'
import type { Session } from './session.ts'

/**
 * Reads what a user typed for one side of a difference.
 *
 * A file that is there comes first; then what git takes for a file of the index, `:PATH` or `:2:PATH`,
 * or of a revision, `REV:PATH`; what has the name of a document is one that is missing; all else is a
 * revision.
 *
 * Source: https://git-scm.com/docs/gitrevisions
 */
export function readDiffSide(typed: string, session: Session): DiffSide {
  const path = session.filePath(typed)
  const bytes = session.ports.readFile(path)
  if (bytes !== undefined) return { kind: 'file', path, bytes }
  // Commits are searched for all that follows, colons too.
  if (typed.startsWith(':/')) return { kind: 'revision', revision: typed }
  const [stage] = STAGE.exec(typed) ?? []
  if (stage !== undefined)
    return { kind: 'index', stage, path: pathInside(typed.slice(stage.length), session) }
  const colon = findColon(typed)
  if (colon === -1)
    return isMarkdownPath(typed) ? { kind: 'file', path } : { kind: 'revision', revision: typed }
  return {
    kind: 'revision',
    revision: typed.slice(0, colon),
    path: pathInside(typed.slice(colon + 1), session),
  }
}

/** ":", or ":2:" */
const STAGE = /^:(?:[0-3]:)?/u

/** Finds the colon before a path: none in braces, where `HEAD@{10:00}` has a time and `HEAD^{/fix: x}` words. */
function findColon(typed: string): number {
  let depth = 0
  for (let index = 0; index < typed.length; index++) {
    const character = typed[index]
    if (character === '{') depth++
    else if (character === '}') depth = Math.max(0, depth - 1)
    else if (character === ':' && depth === 0) return index
  }
  return -1
}

/** As in git, a path goes from the root, unless it begins with a dot. */
function pathInside(path: string, session: Session): string {
  return path.startsWith('.') ? session.documentPath(path) : path
}
