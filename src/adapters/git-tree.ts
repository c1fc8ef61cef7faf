import type { FileKind, FileTree } from '../ports.ts'
import { createDiskTree, isRegular, kindOnDisk, leadsOutside, readBytes } from './disk-tree.ts'
import { indexFolders } from './index-folders.ts'
import { type GitEntry, listNamesArguments, readGitNames } from './read-git-names.ts'
import { runGit } from './run-git.ts'

/**
 * A tree of the files that git knows: tracked ones, and those that are neither tracked nor ignored.
 *
 * Git is asked once, at the first question.
 */
export function createGitTree(root: string, environment: NodeJS.ProcessEnv): FileTree {
  const disk = createDiskTree(root)
  let loaded: Names | undefined
  const names = (): Names =>
    (loaded ??= indexNames(readGitNames(runGit(root, listNamesArguments, environment))))
  const kindOf = (path: string): FileKind | undefined => {
    if (path === '' || names().folders.has(path)) return 'directory'
    const entry = names().entries.get(path)
    if (entry === 'tracked' || entry === 'sparse') return 'file'
    if (entry !== undefined) return kindOnDisk(root, path)
    return isBehindLink(path, names().entries) ? disk.kindOf(path) : undefined
  }
  return {
    kindOf,
    list: (folder) => {
      const known = names().folders.get(folder)
      if (known !== undefined) return [...known].sort()
      return isBehindLink(`${folder}/`, names().entries) ? disk.list(folder) : []
    },
    // A link may lead to a pipe or a device.
    read: (path) =>
      kindOf(path) === 'file' && isRegular(root, path) ? readBytes(root, path) : undefined,
    leadsOutside: (path) => {
      const { entries } = names()
      const isPlain = entries.get(path) === 'tracked' || entries.get(path) === 'sparse'
      return !isPlain && leadsOutside(root, path)
    },
    files: () => {
      const tracked = [...names().entries].filter(([path, entry]) => isOnDisk(root, path, entry))
      return tracked.map(([path]) => path).sort()
    },
  }
}

interface Names {
  readonly entries: ReadonlyMap<string, GitEntry>
  /** What stands in each folder. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>
}

function indexNames(entries: ReadonlyMap<string, GitEntry>): Names {
  return { entries, folders: indexFolders(entries.keys()) }
}

/**
 * Git lists a submodule, and a link to a folder, as one name: what lies behind is the disk's to tell.
 * Of what is untracked it does not say whether it is a link.
 */
function isBehindLink(path: string, entries: ReadonlyMap<string, GitEntry>): boolean {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    const entry = entries.get(path.slice(0, slash))
    if (entry === 'symlink' || entry === 'submodule' || entry === 'untracked') return true
  }
  return false
}

/** A symbolic link is left out: the file is met where it truly stands. */
function isOnDisk(root: string, path: string, entry: GitEntry): boolean {
  return entry === 'tracked' || (entry === 'sparse' && kindOnDisk(root, path) === 'file')
}
