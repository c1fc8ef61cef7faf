import type { Entry } from './entry.ts'

/**
 * The entries of one revision, numbered in document order, parents before children.
 *
 * Numbers rather than entries tell items apart, since two of them may say the same.
 */
export interface Forest {
  readonly entries: readonly Entry[]
  /** The number of each entry's parent; -1 for an outermost one. */
  readonly parents: readonly number[]
  /** One more than the number of the last entry below each. */
  readonly ends: readonly number[]
  /** The number of the sibling right before each; `undefined` for a first child. */
  readonly before: readonly (number | undefined)[]
}

/** Numbers the entries of a revision. */
export function readForest(roots: readonly Entry[]): Forest {
  const entries: Entry[] = []
  const parents: number[] = []
  const ends: number[] = []
  const before: (number | undefined)[] = []
  const open: Branch[] = [{ siblings: roots, parent: -1, next: 0, last: undefined }]
  for (let branch = open.at(-1); branch !== undefined; branch = open.at(-1)) {
    const entry = branch.siblings[branch.next++]
    if (entry === undefined) {
      open.pop()
      if (branch.parent !== -1) ends[branch.parent] = entries.length
      continue
    }
    const number = entries.length
    entries.push(entry)
    parents.push(branch.parent)
    before.push(branch.last)
    ends.push(0)
    branch.last = number
    open.push({ siblings: entry.children, parent: number, next: 0, last: undefined })
  }
  return { entries, parents, ends, before }
}

/** Siblings of which some are numbered. */
interface Branch {
  readonly siblings: readonly Entry[]
  readonly parent: number
  /** The sibling to number next. */
  next: number
  /** The number of the one before it. */
  last: number | undefined
}

/** Gives the sibling right behind an item; `undefined` for a last child. */
export function siblingBehind({ ends, parents }: Forest, number: number): number | undefined {
  const next = ends[number]
  return next !== undefined && parents[next] === parents[number] ? next : undefined
}

/** Lists the numbers of an entry's children, in order; those of the outermost entries for -1. */
export function childrenOf({ ends }: Forest, number: number): number[] {
  const children: number[] = []
  const end = number === -1 ? ends.length : (ends[number] ?? 0)
  for (let child = number + 1; child < end; child = ends[child] ?? end) children.push(child)
  return children
}

/** Lists the titles from the outermost item to one. */
export function pathOf({ entries, parents }: Forest, number: number): string[] {
  const path: string[] = []
  for (let each = number; each !== -1; each = parents[each] ?? -1)
    path.unshift(entries[each]?.title ?? '')
  return path
}
