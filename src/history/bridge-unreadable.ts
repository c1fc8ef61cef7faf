import type { DocumentHistory, Revision } from './history-source.ts'

/**
 * Leaves out of a history the blobs that cannot be read: a revision that made one changed nothing,
 * and the next one changes what was before it.
 */
export function bridgeUnreadable(
  history: DocumentHistory,
  unreadable: ReadonlySet<string>,
): DocumentHistory {
  if (unreadable.size === 0) return history
  // A blob may come twice, each time behind another: the last one counts, since the oldest comes first.
  const stand = new Map<string | undefined, string | undefined>()
  const readable = (blob: string | undefined): string | undefined =>
    stand.has(blob) ? stand.get(blob) : blob
  const revisions: Revision[] = []
  for (const revision of history.revisions.toReversed()) {
    const before = revision.before.map(readable)
    const { after } = revision
    if (after !== undefined && unreadable.has(after)) stand.set(after, before[0])
    // One that gives what a parent has already is no change.
    else if (!before.includes(after)) revisions.push({ ...revision, before })
  }
  return { ...history, revisions: revisions.reverse(), tip: readable(history.tip) }
}
