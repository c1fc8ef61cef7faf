import type { Revision } from '../history/history-source.ts'
import { type Addition, findRenames, type RenameSource } from './find-renames.ts'
import { loadLog } from './load-log.ts'
import type { RawCommit } from './parse-raw-log.ts'
import { selectRevisions, type TracedRevision } from './select-revisions.ts'

/** The part of a document's history that it had one name in. */
export interface Span {
  /** Newest first. */
  readonly revisions: readonly Revision[]
  /** What the part begins with: more than one where branches renamed the file each for themselves. */
  readonly renames: readonly Rename[]
}

/** Which part of a document's history is read. */
export interface SpanQuery {
  /** The name that the document had. */
  readonly path: string
  /** Commits to walk back from. */
  readonly starts: readonly string[]
  readonly firstParent: boolean
}

/** A commit that gave a file its name. */
export interface Rename extends Addition {
  readonly source: RenameSource
}

/**
 * Reads the part of a history in which the document had one name, back to where it was renamed to it.
 *
 * @param commits The log of that name.
 */
export async function readSpan(
  root: string,
  query: SpanQuery,
  commits: readonly RawCommit[],
  environment: NodeJS.ProcessEnv,
): Promise<Span> {
  const { path, firstParent } = query
  const all = selectRevisions(commits, path, firstParent)
  const renames = await loadRenames(root, all, environment)
  const [newest] = renames
  if (newest === undefined || newest.commit === all.at(-1)?.commit) return spanOf(all, renames)
  // Before it was renamed, the name was another document's: what leads to there is left out. Other
  // branches may still have known the document by this name.
  const without = renames.map(({ parent }) => parent)
  const own = await loadLog(root, { ...query, without, paths: [path] }, environment)
  return spanOf(selectRevisions(own, path, firstParent), renames)
}

async function loadRenames(
  root: string,
  revisions: readonly TracedRevision[],
  environment: NodeJS.ProcessEnv,
): Promise<Rename[]> {
  const additions = revisions.flatMap(additionsOf)
  const sources = await findRenames(root, additions, environment)
  return additions.flatMap((addition, index) => {
    const source = sources[index]
    return source === undefined ? [] : [{ ...addition, source }]
  })
}

function additionsOf({ commit, path, parents, before, after }: TracedRevision): Addition[] {
  if (after === undefined) return []
  return parents
    .filter((_, index) => before[index] === undefined)
    .map((parent) => ({ commit, parent, path }))
}

function spanOf(revisions: readonly TracedRevision[], renames: readonly Rename[]): Span {
  const sources = new Map(renames.map((rename) => [keyOf(rename.commit, rename.parent), rename]))
  const used: Rename[] = []
  const traced = revisions.map(({ parents, ...revision }): Revision => {
    const before = revision.before.map((blob, index) => {
      const rename = sources.get(keyOf(revision.commit, parents[index] ?? ''))
      if (rename === undefined) return blob
      used.push(rename)
      return rename.source.blob
    })
    return { ...revision, before }
  })
  return { revisions: traced, renames: used }
}

function keyOf(commit: string, parent: string): string {
  return `${commit} ${parent}`
}
