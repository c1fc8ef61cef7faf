import type { HistorySource, Revision } from './history-source.ts'

/** When a document last had something. */
export interface LastState {
  /** The commit that took it away; absent where that is not committed yet. */
  readonly endedBy?: Revision
  /** The document's bytes then, and after each commit since, the oldest first. */
  readonly contents: readonly Uint8Array[]
}

/** What is looked for in the revisions of a document. */
export interface LastStateQuery {
  /** Path from the repository's root; of a file that is gone, the last that it had. */
  readonly file: string
  /** Names of what is looked for. */
  readonly wanted: ReadonlySet<string>
  /** Tells which names a revision's bytes have. */
  namesIn(bytes: Uint8Array): ReadonlySet<string>
}

/** How many revisions are read at most. */
const MOST = 500

/**
 * Finds when a document last had each of some things, by its name; what it never had is left out.
 *
 * The revisions are read from the newest on, and no further than needed, or than 500. Throws `git` where
 * no commit ever had the document.
 */
export async function findLastStates(
  { file, wanted, namesIn }: LastStateQuery,
  source: HistorySource,
): Promise<Map<string, LastState>> {
  const { revisions } = await source.read({ file, firstParent: true })
  const states = revisions.slice(0, MOST).flatMap(({ after }, index) => {
    const endedBy = revisions[index - 1]
    return after === undefined ? [] : [{ blob: after, ...(endedBy !== undefined && { endedBy }) }]
  })
  const left = new Set(wanted)
  const found = new Map<string, LastState>()
  const contents: Uint8Array[] = []
  let place = 0
  for await (const { bytes } of source.blobs(states.map(({ blob }) => blob))) {
    const { endedBy } = states[place++] ?? {}
    if (bytes === undefined) continue
    contents.push(bytes)
    const names = namesIn(bytes)
    for (const name of left) {
      if (!names.has(name)) continue
      left.delete(name)
      found.set(name, {
        ...(endedBy !== undefined && { endedBy }),
        contents: contents.toReversed(),
      })
    }
    if (left.size === 0) break
  }
  return found
}
