import type { HistorySource } from './history-source.ts'

/**
 * Finds what files of a commit are called in the work tree, as each commit since tells.
 *
 * Over many commits, git takes two files for one by what they have in common, which may be what one
 * template gave both.
 *
 * @returns Gives the path of a file, where nothing says that it is gone, by its path in the commit.
 */
export async function followFiles(
  commit: string,
  source: HistorySource,
): Promise<(path: string) => string | undefined> {
  const head = await source.resolve('HEAD')
  const apart = await source.renames(`${head}..${commit}`)
  const names = new Map<string, string>()
  for (const renames of await source.renames(`${commit}..${head}`)) {
    const pairs = [...renames].map(([from, to]) => [from, names.get(to) ?? to] as const)
    for (const [from, to] of pairs) names.set(from, to)
  }
  const open = await source.differences(head)
  const places = new Map(open.flatMap(({ before, path }) => (before ? [[before.path, path]] : [])))
  return (path) => {
    // A commit that is not behind the one that is checked out may have renames of its own.
    const common = apart.reduce((name, renames) => originOf(name, renames) ?? name, path)
    const committed = names.get(common) ?? common
    return places.has(committed) ? places.get(committed) : committed
  }
}

function originOf(name: string, renames: ReadonlyMap<string, string>): string | undefined {
  return [...renames].find(([, to]) => to === name)?.[0]
}
