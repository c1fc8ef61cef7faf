import type { Entry } from './entry.ts'
import { keyOf } from './read-entries.ts'

/** Takes sections out of each other: each with the children alone that are no sections. */
export function flattenEntries(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => {
    const sections = entry.children.filter(({ kind }) => kind === 'section')
    if (sections.length === 0) return [entry]
    const children = entry.children.filter(({ kind }) => kind !== 'section')
    return [{ ...entry, children, key: keyOf(entry, children) }, ...flattenEntries(sections)]
  })
}

/** Nests sections that follow one another by their levels, as a reader of the whole text would. */
export function nestEntries(entries: readonly Entry[]): Entry[] {
  const root: Entry[] = []
  const open: Branch[] = []
  const close = (level: number): void => {
    for (
      let last = open.at(-1);
      last !== undefined && last.entry.level >= level;
      last = open.at(-1)
    ) {
      open.pop()
      const siblings = open.at(-1)?.sections ?? root
      siblings.push(grow(last))
    }
  }
  for (const entry of entries) {
    if (entry.kind === 'section') {
      close(entry.level)
      open.push({ entry, sections: [] })
    } else root.push(entry)
  }
  close(0)
  return root
}

/** A section whose own sections are not all read yet. */
interface Branch {
  readonly entry: Entry
  readonly sections: Entry[]
}

/** A section without others in it is shared by all revisions that have it. */
function grow({ entry, sections }: Branch): Entry {
  if (sections.length === 0) return entry
  const children = [...entry.children, ...sections]
  return { ...entry, children, key: keyOf(entry, children) }
}
