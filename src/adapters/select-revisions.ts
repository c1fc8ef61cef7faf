import type { Revision } from '../history/history-source.ts'
import type { RawCommit } from './parse-raw-log.ts'

/** A revision, with the commits that its `before` stands for, in the same order. */
export interface TracedRevision extends Revision {
  readonly parents: readonly string[]
}

/**
 * Selects what changed a document from a log of commits against their parents.
 *
 * A merge that took what one of its parents had comes with that, and with what the others had: whether
 * it did anything by it, only the whole history tells. A change of the file's mode alone is none of the
 * document.
 *
 * @param path Where the document stood.
 * @param firstParent Whether the log compares merges with their first parent only.
 */
export function selectRevisions(
  log: readonly RawCommit[],
  path: string,
  firstParent: boolean,
): TracedRevision[] {
  return log
    .map((raw) => revisionOf(raw, path, firstParent))
    .filter((revision) => revision !== undefined)
}

function revisionOf(
  { sides, ...raw }: RawCommit,
  path: string,
  firstParent: boolean,
): TracedRevision | undefined {
  const changes = sides.map((side) => side.get(path)).filter((change) => change !== undefined)
  const parents = firstParent ? raw.parents.slice(0, 1) : raw.parents
  if (changes[0] === undefined) return undefined
  const { after } = changes[0]
  const before = changes.map((change) => change.before)
  // A parent that does not differ has no side: the commit took what that parent had.
  const isTaken = changes.length < parents.length || before.includes(after)
  if (!isTaken) return { ...raw, parents, path, before, after }
  const others = before.filter((blob) => blob !== undefined && blob !== after)
  if (after === undefined || others.length === 0) return undefined
  // Which parent is which, git does not say.
  return { ...raw, parents: [], path, before: [after, ...others], after }
}
