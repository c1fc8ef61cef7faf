import type { DocumentHistory, HistorySource } from './history-source.ts'

/**
 * Makes a history remember what it told of commits, and read some documents all at once: each question is
 * a run of git, and for a document it walks all commits.
 *
 * @param files Documents that will probably be asked for, by their paths in the last commit.
 */
export function rememberHistory(source: HistorySource, files: readonly string[]): HistorySource {
  let all: Promise<ReadonlyMap<string, DocumentHistory>> | undefined
  return {
    ...source,
    resolve: remember((revision) => source.resolve(revision)),
    differences: remember((commit) => source.differences(commit)),
    renames: remember((range) => source.renames(range)),
    read: async (query) => {
      if (!query.firstParent || query.from !== undefined) return source.read(query)
      all ??= source.readAll(files)
      return (await all).get(query.file) ?? source.read(query)
    },
  }
}

function remember<Answer>(
  ask: (question: string) => Promise<Answer>,
): (question: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>()
  return (question) => {
    const answer = known.get(question) ?? ask(question)
    known.set(question, answer)
    return answer
  }
}
