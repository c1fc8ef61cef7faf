import type { CommitSource } from '../changelog/commits/commit-source.ts'
import type { ReleaseTags } from '../changelog/commits/release-tags.ts'
import { CrossoffError } from '../errors.ts'
import { build } from '../version.ts'
import type { HistoryPorts, IndexPorts, Ports } from '../workflows/ports.ts'
import type { Host } from './host.ts'

/** What of the ports only a repository can give. */
export type RepositoryPorts = Pick<Ports, 'openHistory' | 'openCommits' | 'openIndex'>

/**
 * Gives the ports of a repository; each throws `git` where there is none.
 *
 * @param root The repository's root; absent where the folder is in none.
 */
export function openRepository(
  root: string | undefined,
  folder: string,
  { environment }: Host,
): RepositoryPorts {
  const required = async (): Promise<string> => root ?? (await refuse(folder))
  return {
    openHistory: async () => openHistory(await required(), environment),
    openCommits: async (tags) => openCommits(await required(), tags, environment),
    openIndex: async () => openIndex(await required(), environment),
  }
}

async function refuse(folder: string): Promise<never> {
  const { isBareRepository } = await import('../adapters/is-bare-repository.ts')
  if (isBareRepository(folder)) {
    throw new CrossoffError('git', `\`${folder}\` is a bare repository, which has no documents`, {
      help: 'run crossoff in a clone or a work tree of it: `git worktree add ../PLACE`',
    })
  }
  throw new CrossoffError('git', `\`${folder}\` is in no git repository, so it has no history`, {
    help: 'run crossoff in a repository, or make one with `git init`',
  })
}

// What only some commands need is loaded when it is needed: each file costs start-up time.

async function openHistory(root: string, environment: Host['environment']): Promise<HistoryPorts> {
  const [{ createHistorySource }, { createHistoryCache }, { findGitDirectory }] = await Promise.all(
    [
      import('../adapters/create-history-source.ts'),
      import('../adapters/create-history-cache.ts'),
      import('../adapters/find-git-directory.ts'),
    ],
  )
  return {
    source: createHistorySource(root, environment),
    cache: createHistoryCache(() => findGitDirectory(root, environment), build),
  }
}

async function openCommits(
  root: string,
  { form, preReleases }: ReleaseTags,
  environment: Host['environment'],
): Promise<CommitSource> {
  const { createCommitSource } = await import('../adapters/create-commit-source.ts')
  return createCommitSource(root, environment, {
    preReleases,
    ...(form !== undefined && { tags: [form] }),
  })
}

async function openIndex(root: string, environment: Host['environment']): Promise<IndexPorts> {
  const opener = await import('./open-index.ts')
  return opener.openIndex(root, environment)
}
