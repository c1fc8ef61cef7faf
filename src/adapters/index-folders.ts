/** Gives what stands in each folder, by its path; the root is the empty one. */
export function indexFolders(paths: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([['', new Set()]])
  for (const path of paths) {
    let name = path
    for (let slash = path.lastIndexOf('/'); name !== ''; slash = name.lastIndexOf('/')) {
      const folder = slash === -1 ? '' : name.slice(0, slash)
      const children = folders.get(folder)
      children?.add(name.slice(slash + 1))
      if (children !== undefined) break
      folders.set(folder, new Set([name.slice(slash + 1)]))
      name = folder
    }
  }
  return folders
}
