import { isMarkdownPath } from '../links/markdown-path.ts'
import type { DiffSide } from '../workflows/read-side.ts'
import type { Session } from './session.ts'

/**
 * Reads what a user typed for one side of a difference.
 *
 * A file that is there comes first; what has a colon is `REV:PATH`, as git takes it; what has the
 * name of a document is one that is missing; all else is a revision.
 */
export function readDiffSide(typed: string, session: Session): DiffSide {
  const path = session.filePath(typed)
  const isThere = session.ports.readFile(path) !== undefined
  const colon = typed.indexOf(':')
  if (isThere || (colon === -1 && isMarkdownPath(typed))) return { kind: 'file', path }
  if (colon === -1) return { kind: 'revision', revision: typed }
  const [revision, inside] = [typed.slice(0, colon), typed.slice(colon + 1)]
  // As in git, a path goes from the root, unless it begins with a dot.
  return {
    kind: 'revision',
    revision,
    path: inside.startsWith('.') ? session.documentPath(inside) : inside,
  }
}
