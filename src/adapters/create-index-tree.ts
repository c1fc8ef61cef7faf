import { dirname, join } from 'node:path/posix'
import type { FileKind, IndexTree } from '../ports.ts'
import { indexFolders } from './index-folders.ts'
import type { IndexEntry } from './read-index.ts'

/** Gives blobs by their ids; `undefined` for one that the repository does not have. */
export interface BlobStore {
  /** Reads at once what will be asked for. */
  load(ids: readonly string[]): Promise<void>
  read(id: string): Uint8Array | undefined
}

/**
 * A tree of the files that the next commit would have; the work tree is never looked at.
 *
 * Symbolic links are followed within the index, and end where they leave it.
 */
export function createIndexTree(
  entries: ReadonlyMap<string, IndexEntry>,
  blobs: BlobStore,
): IndexTree {
  const folders = indexFolders(entries.keys())
  const follow = (path: string, hops = 0): string | undefined => {
    const link = findLink(path, entries)
    if (link === undefined) return path
    const target = new TextDecoder().decode(blobs.read(entries.get(link)?.id ?? ''))
    const place = join(dirname(link), target, path.slice(link.length))
    const isOutside = target.startsWith('/') || place === '..' || place.startsWith('../')
    return isOutside || hops >= MOST_HOPS ? undefined : follow(withoutEnd(place), hops + 1)
  }
  const find = (path: string): string | undefined => follow(path)
  const kindOf = (path: string): FileKind | undefined => {
    const place = find(path)
    // What lies outside of the repository is not for its index to tell.
    if (place === undefined) return 'file'
    if (place === '' || folders.has(place)) return 'directory'
    const kind = entries.get(place)?.kind
    return kind === 'submodule' ? 'directory' : kind && 'file'
  }
  return {
    kindOf,
    list: (folder) => [...(folders.get(find(folder) ?? '..') ?? [])].sort(),
    read: (path) => {
      const entry = entries.get(find(path) ?? '')
      return entry?.kind === 'file' ? blobs.read(entry.id) : undefined
    },
    leadsOutside: (path) => find(path) === undefined,
    files: () => [...entries].flatMap(([path, { kind }]) => (kind === 'file' ? [path] : [])).sort(),
    load: (paths) => blobs.load(paths.flatMap((path) => entries.get(path)?.id ?? [])),
    idOf: (path) => entries.get(path)?.id,
    held: [...entries].flatMap(([path, { isHeld }]) => (isHeld ? [path] : [])),
    unmerged: [...entries].flatMap(([path, { isUnmerged }]) => (isUnmerged ? [path] : [])),
  }
}

/** As many as Linux follows. */
const MOST_HOPS = 40

/** The first of the names in a path that is a symbolic link; `undefined` where none is. */
function findLink(path: string, entries: ReadonlyMap<string, IndexEntry>): string | undefined {
  for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
    const name = end === -1 ? path : path.slice(0, end)
    if (entries.get(name)?.kind === 'symlink') return name
    if (end === -1) return undefined
  }
}

function withoutEnd(path: string): string {
  const plain = path.endsWith('/') ? path.slice(0, -1) : path
  return plain === '.' ? '' : plain
}
