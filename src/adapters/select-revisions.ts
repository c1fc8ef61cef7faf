import type { Revision } from '../history/history-source.ts'
import type { RawCommit } from './parse-raw-log.ts'

/** A revision, with the commits that its `before` stands for, in the same order. */
export interface TracedRevision extends Revision {
  readonly parents: readonly string[]
}

/**
 * Selects what changed a document from a log of commits against their parents.
 *
 * A merge counts where its result is none of its parents'. A change of the file's mode alone is
 * none of the document.
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
  // A parent that does not differ has no side: the commit took what that parent had.
  if (changes[0] === undefined || changes.length < parents.length) return undefined
  const { after } = changes[0]
  const before = changes.map((change) => change.before)
  return before.includes(after) ? undefined : { ...raw, parents, path, before, after }
}
