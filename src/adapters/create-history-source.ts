import { CrossoffError } from '../errors.ts'
import type { HistorySource } from '../history/history-source.ts'
import { collectGit } from './collect-git.ts'
import { loadDifferences } from './load-differences.ts'
import { loadRemovedPaths } from './load-removed-paths.ts'
import { loadRenames } from './load-renames.ts'
import { readCuts } from './read-cuts.ts'
import { readHistories, readHistory } from './read-history.ts'
import { resolveCommit } from './resolve-commit.ts'
import { streamBlobs } from './stream-blobs.ts'

/** Variables that git runs with, such as `process.env`; the types of Node are not needed for it. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Makes the history of a repository, as git has it.
 *
 * @param root The repository's root.
 */
export function createHistorySource(root: string, environment: Environment): HistorySource {
  return {
    read: async (query) => {
      const history = await readHistory(root, query, environment)
      return { ...history, cuts: readCuts(root, environment) }
    },
    readAll: async (files) => {
      const histories = await readHistories(root, files, environment)
      const cuts = readCuts(root, environment)
      return new Map([...histories].map(([file, history]) => [file, { ...history, cuts }]))
    },
    blobs: (ids) => streamBlobs(root, ids, environment),
    resolve: (revision) => resolveCommit(root, revision, environment),
    differences: (commit) => loadDifferences(root, commit, environment),
    renames: (range) => loadRenames(root, range, environment),
    commitsOf: async (range) => {
      // Nothing that a range begins with makes it an option, and nothing makes it a path.
      const args = ['rev-list', '--end-of-options', range, '--']
      const { output, failure } = await collectGit(root, args, environment)
      if (failure !== undefined) throw unknownRange(root, range, failure)
      return new Set(output.toString('latin1').split('\n').filter(Boolean))
    },
    removedPaths: () => loadRemovedPaths(root, environment),
  }
}

function unknownRange(root: string, range: string, failure: CrossoffError): CrossoffError {
  if (failure.cause !== undefined) return failure
  return new CrossoffError('git', `\`${range}\` names no commits in \`${root}\``, {
    help: failure.help,
    cause: failure,
  })
}
