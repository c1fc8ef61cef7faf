import type { CommitDetails } from '../changelog/commits/commit-details.ts'
import type { CommitGraph } from '../changelog/commits/commit-graph.ts'
import type { CommitSource } from '../changelog/commits/commit-source.ts'
import { defaultTagPatterns } from '../changelog/commits/read-version.ts'
import type { Environment } from './create-history-source.ts'
import { type GraphQuery, loadGraph } from './load-graph.ts'
import { loadCommits } from './load-commits.ts'
import { loadRemote } from './load-remote.ts'

/**
 * Makes what a repository tells of its commits, as git has it.
 *
 * @param root The repository's root.
 * @param query From `HEAD`, with tags such as `v1.4.0` and `1.4.0`, where it says nothing else.
 */
export function createCommitSource(
  root: string,
  environment: Environment,
  query: Partial<GraphQuery> = {},
): CommitSource {
  const { from = 'HEAD', tags = defaultTagPatterns, preReleases } = query
  const graph = once(() => loadGraph(root, { from, tags, preReleases }, environment))
  const remote = once(() => loadRemote(root, environment))
  return {
    prepare: () => {
      for (const started of [graph(), remote()]) started.catch(leave)
    },
    details: async (ids) => {
      const wanted = [...ids]
      const traced = await graph()
      const merges = wanted.flatMap((id) => traced.mergeOf.get(id) ?? [])
      const loaded = await loadCommits(root, [...wanted, ...merges], environment)
      return new Map(
        wanted
          .map((id) => loaded.get(id))
          .filter((details) => details !== undefined)
          .map((details) => [details.commit, complete(details, traced, loaded)]),
      )
    },
    releases: async () => (await graph()).releases,
    remote,
  }
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined
  return () => (loaded ??= load())
}

function leave(): void {
  // Nobody waits for it yet: who asks later is given the same promise, and told.
}

function complete(
  details: CommitDetails,
  { mergeOf, releaseOf }: CommitGraph,
  loaded: ReadonlyMap<string, CommitDetails>,
): CommitDetails {
  const merge = loaded.get(mergeOf.get(details.commit) ?? '')
  const release = releaseOf.get(details.commit)?.version
  return {
    ...details,
    ...(merge === undefined ? {} : { mergeMessage: merge.message, mergeTrailers: merge.trailers }),
    ...(release === undefined ? {} : { release }),
  }
}
