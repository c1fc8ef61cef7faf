/** A revision of a document, among those that led to it. */
export interface Lineage {
  /** Higher than that of any before it. */
  readonly number: number
  readonly parents: readonly Lineage[]
  /**
   * Whether the document was new: where it had been the same before, such as before it was reverted, who
   * goes on from it may have come from there.
   */
  readonly isCertain: boolean
  /** Identities of the items that it brought, or brought back. */
  readonly came: ReadonlySet<string>
  /** Identities of the items that it took away. */
  readonly went: ReadonlySet<string>
}

/** The lineage of a document that is not there yet. */
export const rootLineage: Lineage = {
  number: -1,
  parents: [],
  isCertain: true,
  came: new Set(),
  went: new Set(),
}

/**
 * Finds the revisions behind one, itself included, that are not behind another.
 *
 * Goes back no further than to where all ways have met.
 */
export function readOwnLineage(one: Lineage, other: Lineage): Lineage[] {
  const own: Lineage[] = []
  const isOthers = new Map<Lineage, boolean>([[one, false]])
  isOthers.set(other, true)
  // The last one first: when its turn comes, all that it leads to have been there.
  const open = new Set([one, other])
  while ([...open].some((lineage) => isOthers.get(lineage) === false)) {
    const last = [...open].reduce((a, b) => (b.number > a.number ? b : a))
    open.delete(last)
    const isShared = isOthers.get(last) === true
    if (!isShared) own.push(last)
    for (const parent of last.parents) {
      isOthers.set(parent, isShared || isOthers.get(parent) === true)
      open.add(parent)
    }
  }
  return own
}
