import type { CommitDetails, Trailer } from '../../src/changelog/commits/commit-details.ts'
import type { Override } from '../../src/changelog/override.ts'
import { readDepartures } from '../../src/changelog/read-departures.ts'
import { type Ledger, readEntries } from '../../src/changelog/read-entries.ts'
import { createArchiveTest } from '../../src/workflows/create-archive-test.ts'
import { createMemoryHistory } from '../fakes/memory-history.ts'
import { readMemory } from '../history/read-memory.ts'

/** A commit of a document, with its message. */
export interface LedgerCommit {
  readonly content: string
  readonly message?: string
  /** Other files that it changes. */
  readonly paths?: readonly string[]
  /** Places of its parents among the commits; the one before, where nothing is said. */
  readonly parents?: readonly number[]
}

/** Reads the entries of a history in memory; commits are given oldest first. */
export async function readMemoryLedger(
  commits: readonly LedgerCommit[],
  { overrides = [], salt = '' }: { overrides?: readonly Override[]; salt?: string } = {},
): Promise<Ledger> {
  const memory = createMemoryHistory(
    commits.map(({ content, parents }) => ({ content, ...(parents && { parents }) })),
    { salt },
  )
  const { events } = await readMemory(memory)
  const details = new Map(
    memory.history().revisions.map(({ commit, subject }): [string, CommitDetails] => {
      const place = Number(subject.split(' ')[1])
      const { message = '', paths = [] } = commits[place] ?? {}
      const trailers = readTrailers(message)
      return [commit, { commit, message, trailers, paths: ['TODO.md', ...paths] }]
    }),
  )
  return readEntries({
    departures: readDepartures(events, { isArchive: createArchiveTest(undefined) }),
    commits: details,
    overrides,
    types: {},
    isDocument: (path) => path === 'TODO.md',
    readReferences: () => [],
  })
}

/** The last paragraph of a message, where all of its lines are trailers. */
function readTrailers(message: string): Trailer[] {
  const lines = message.trim().split('\n\n').slice(1).at(-1)?.split('\n') ?? []
  const found = lines.map((line) => /^(?<key>[\w-]+): (?<value>.*)$/u.exec(line)?.groups)
  if (found.includes(undefined)) return []
  return found.map((groups) => ({ key: groups?.key ?? '', value: groups?.value ?? '' }))
}
