import { CrossoffError } from '../errors.ts'
import type { StagedFile } from '../history/staged-file.ts'
import type { IndexTree } from '../ports.ts'
import { isLinkSettings } from './is-link-source.ts'
import type { IndexPorts, Ports } from './ports.ts'

/** What the next commit would have, and do. */
export interface StagedState {
  readonly index: IndexPorts
  readonly tree: IndexTree
  /** What it changes; of a merge, what is as no parent has it. */
  readonly changed: readonly StagedFile[]
  /** Finds the hashes of the commits that it follows from; none where it is the first. */
  parents(): Promise<readonly string[]>
  /** The repository as it would be in it. */
  readonly ports: Ports
  /** Tells whether a path is in the work tree. */
  isUnstaged(path: string): boolean
}

/** Opens the index as a repository. */
export async function openStaged(ports: Ports): Promise<StagedState> {
  const index = await ports.openIndex()
  const [tree, staged] = await Promise.all([index.tree(), index.staged()])
  const [changed] = await Promise.all([
    leaveOutMerged(staged, index),
    tree.load(tree.files().filter(isLinkSettings)),
  ])
  return {
    index,
    tree,
    changed,
    parents: () => findParents(index, ports),
    ports: {
      ...ports,
      tree,
      readReplaced: (path) => tree.read(path),
      openHistory: async () => {
        const { source, cache } = await ports.openHistory()
        const differences = (commit: string) => index.differences(commit)
        return { source: { ...source, differences }, cache }
      },
    },
    isUnstaged: (path) => ports.tree.kindOf(path) !== undefined,
  }
}

async function findParents({ merged }: IndexPorts, ports: Ports): Promise<readonly string[]> {
  const { source } = await ports.openHistory()
  try {
    return [await source.resolve('HEAD'), ...merged]
  } catch (error) {
    // Before the first commit there is nothing to compare with.
    if (error instanceof CrossoffError && error.code === 'git') return []
    throw error
  }
}

/** What a merge takes from the other side as it is was checked there. */
async function leaveOutMerged(
  staged: readonly StagedFile[],
  index: IndexPorts,
): Promise<readonly StagedFile[]> {
  let left = staged
  for (const commit of index.merged) {
    const differences = await index.differences(commit)
    const paths = new Set(differences.flatMap(({ path, before }) => [path, before?.path]))
    left = left.filter(({ path }) => paths.has(path))
  }
  return left
}
