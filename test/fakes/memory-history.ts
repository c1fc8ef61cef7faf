import { createHash } from 'node:crypto'
import { CrossoffError } from '../../src/errors.ts'
import { leaveOutIdleMerges } from '../../src/history/leave-out-idle-merges.ts'
import type {
  Blob,
  DocumentHistory,
  HistoryQuery,
  HistorySource,
  Revision,
} from '../../src/history/history-source.ts'

/** A document as a commit has it; `undefined` where it has none. */
export type MemoryContent = string | Uint8Array | undefined

/** A commit of a history in memory. */
export interface MemoryCommit {
  readonly content: MemoryContent
  /** Places of its parents among the commits; the one before, where nothing is said. */
  readonly parents?: readonly number[]
}

/** A history in memory, which notes what it is asked. */
export interface MemoryHistory extends HistorySource {
  /** The contents that were taken, in order; `?` for one that is no UTF-8, or lost. */
  readonly taken: string[]
  history(query?: Partial<HistoryQuery>): DocumentHistory
}

/** How a history in memory differs from a whole one. */
export interface MemoryOptions {
  /** What the ids of commits are made of; others are those of a history that was rewritten. */
  readonly salt?: string
  /** Contents that the repository does not have. */
  readonly lost?: readonly MemoryContent[]
  /** Places of the commits at which the clone was cut. */
  readonly cuts?: readonly number[]
}

/** Makes a history of one document out of what each commit has, the oldest first. */
export function createMemoryHistory(
  given: readonly (MemoryContent | MemoryCommit)[],
  { salt = '', lost = [], cuts = [] }: MemoryOptions = {},
): MemoryHistory {
  const commits = given.map((each, index) => toCommit(each, index, salt))
  const contents = new Map<string, MemoryContent>()
  for (const { content } of commits) {
    const id = blobOf(content)
    if (id !== undefined) contents.set(id, lost.includes(content) ? undefined : content)
  }
  const taken: string[] = []
  const history = ({ firstParent = false }: Partial<HistoryQuery> = {}): DocumentHistory => ({
    revisions: readRevisions(commits, firstParent),
    cuts: new Set(cuts.map((place) => commits[place]?.id ?? '')),
    tip: blobOf(commits.at(-1)?.content),
  })
  return {
    taken,
    history,
    read: (query) => Promise.resolve(history(query)),
    readAll: (files) => Promise.resolve(new Map(files.map((file) => [file, history()]))),
    blobs: (ids) => readBlobs(ids, contents, taken),
    resolve: (revision) => Promise.resolve(revision),
    differences: () => Promise.reject(new Error('a history in memory has no work tree')),
    renames: () => Promise.resolve([]),
    removedPaths: () => Promise.resolve(new Set()),
    commitsOf: (range) =>
      range === 'HEAD'
        ? Promise.resolve(new Set(commits.map(({ id }) => id)))
        : Promise.reject(new CrossoffError('git', `\`${range}\` names no commits`)),
  }
}

interface Commit {
  readonly id: string
  readonly place: number
  readonly content: MemoryContent
  readonly parents: readonly number[]
}

function toCommit(given: MemoryContent | MemoryCommit, place: number, salt: string): Commit {
  const commit =
    given === undefined || typeof given === 'string' || given instanceof Uint8Array
      ? { content: given }
      : given
  const id = createHash('sha1').update(`commit ${salt} ${place}`).digest('hex')
  const { parents = place === 0 ? [] : [place - 1] } = commit
  return { id, place, content: commit.content, parents }
}

function blobOf(content: MemoryContent): string | undefined {
  return content === undefined ? undefined : createHash('sha1').update(content).digest('hex')
}

/** As `git log` lists them: a commit that has what one of its parents has is left out, unless it discards something. */
function readRevisions(commits: readonly Commit[], firstParent: boolean): Revision[] {
  const chain = new Set<Commit>()
  for (let commit = commits.at(-1); commit !== undefined;) {
    chain.add(commit)
    const [parent] = commit.parents
    commit = parent === undefined ? undefined : commits[parent]
  }
  const shown = firstParent ? commits.filter((commit) => chain.has(commit)) : commits
  const revisions = shown.toReversed().flatMap(({ id, place, content, parents }) => {
    const compared = firstParent ? parents.slice(0, 1) : parents
    const before =
      compared.length === 0
        ? [undefined]
        : compared.map((parent) => blobOf(commits[parent]?.content))
    const after = blobOf(content)
    const others = before.filter((blob) => blob !== undefined && blob !== after)
    const isTaken = before.includes(after)
    if (isTaken && (after === undefined || others.length === 0)) return []
    const sides = isTaken ? [after, ...others] : before
    return [{ ...describe(place), commit: id, path: 'TODO.md', before: sides, after }]
  })
  return leaveOutIdleMerges(revisions)
}

function describe(place: number): Pick<Revision, 'date' | 'author' | 'email' | 'subject'> {
  const date = new Date(Date.UTC(2024, 0, 1 + place)).toISOString().replace('.000Z', '+00:00')
  return { date, author: 'Ada', email: 'ada@example.org', subject: `commit ${place}` }
}

async function* readBlobs(
  ids: readonly string[],
  contents: ReadonlyMap<string, MemoryContent>,
  taken: string[],
): AsyncGenerator<Blob, void, undefined> {
  for (const id of ids) {
    const content = contents.get(id)
    taken.push(typeof content === 'string' ? content : '?')
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    yield await Promise.resolve({ id, bytes })
  }
}
