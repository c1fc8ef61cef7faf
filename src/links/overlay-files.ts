import { dirname } from 'node:path/posix'
import type { FileTree } from '../ports.ts'

/** The bytes of each changed or new file, or their text; `undefined` for one that is gone. */
export type FileOverlay = ReadonlyMap<string, string | Uint8Array | undefined>

/** Lays changes over a tree, which stays as it is. */
export function overlayFiles(tree: FileTree, changes: FileOverlay): FileTree {
  if (changes.size === 0) return tree
  const [gone, there] = [new Set<string>(), new Set<string>()]
  for (const [file, text] of changes) {
    const directories = text === undefined ? gone : there
    for (let at = dirname(file); at !== '.'; at = dirname(at)) directories.add(at)
  }
  const encoder = new TextEncoder()
  const has = (path: string): boolean => changes.get(path) !== undefined
  // A directory goes with the last of its files.
  const isEmptied = (path: string): boolean => gone.has(path) && list(path).length === 0
  const list = (directory: string): readonly string[] => {
    const prefix = directory === '' ? '' : `${directory}/`
    const names = tree.list(directory).filter((name) => {
      const path = prefix + name
      return changes.has(path) ? has(path) : there.has(path) || !isEmptied(path)
    })
    const added = [...there, ...changes.keys()]
      .filter((path) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
      .filter((path) => there.has(path) || has(path))
    return sorted([...names, ...added.map((path) => path.slice(prefix.length))])
  }
  return {
    kindOf: (path) => {
      if (has(path)) return 'file'
      if (there.has(path)) return 'directory'
      return changes.has(path) || isEmptied(path) ? undefined : tree.kindOf(path)
    },
    list,
    read: (path) => {
      const text = changes.get(path)
      if (text !== undefined) return typeof text === 'string' ? encoder.encode(text) : text
      return changes.has(path) ? undefined : tree.read(path)
    },
    leadsOutside: (path) => !changes.has(path) && tree.leadsOutside?.(path) === true,
    files: () => {
      const kept = tree.files().filter((path) => !changes.has(path))
      return sorted([...kept, ...[...changes.keys()].filter(has)])
    },
  }
}

/** Without a comparison, `sort` goes by code unit. */
function sorted(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort()
}
