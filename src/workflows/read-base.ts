import type { FileDifference } from '../history/file-difference.ts'
import { followFiles } from '../history/follow-files.ts'
import type { LinkBase } from '../links/compare-page.ts'
import { changeLinkContext } from '../links/create-link-context.ts'
import type { LinkContext } from '../links/link-context.ts'
import { type FileMoves, matchMoves } from '../links/match-moves.ts'
import { traceLinks } from '../links/trace-links.ts'
import { isLinkSource } from './is-link-source.ts'
import type { Ports } from './ports.ts'

/**
 * Reads what the repository was at a revision, as changes of what it is: what is the same is not read
 * again.
 *
 * Throws `git` where there is no repository, or no such revision.
 *
 * @param isOf Tells which differences count; all do where nothing is said.
 */
export async function readBase(
  revision: string,
  after: LinkContext,
  ports: Ports,
  isOf: (difference: FileDifference) => boolean = () => true,
): Promise<LinkBase> {
  const { source } = await ports.openHistory()
  const commit = await source.resolve(revision)
  const all = await source.differences(commit)
  const differences = all.filter(isOf)
  const engine = await ports.loadEngine()
  const before = changeLinkContext(after, await readChanges(differences, ports), engine)
  const states = { before, after }
  const moves = matchMoves(await findMoves(differences, commit, after, ports), states, engine)
  return { before, trace: traceLinks(moves, states) }
}

/** Tells where files went: those that kept their names, then those that got new ones. */
async function findMoves(
  differences: readonly FileDifference[],
  commit: string,
  after: LinkContext,
  ports: Ports,
): Promise<FileMoves> {
  const places = new Map<string, string | undefined>()
  const free = new Set<string>()
  const lost: string[] = []
  for (const { before, path } of differences) {
    if (path !== undefined && path !== before?.path) free.add(path)
    if (before === undefined) continue
    // Git takes for gone what it does not track any more.
    const isThere = path === undefined && after.kindOf(before.path) !== undefined
    if (isThere || path === before.path) places.set(before.path, before.path)
    else lost.push(before.path)
  }
  if (lost.length > 0) {
    const { source } = await ports.openHistory()
    const follow = await followFiles(commit, source)
    for (const path of lost) {
      const place = follow(path)
      places.set(path, place !== undefined && free.delete(place) ? place : undefined)
    }
  }
  return { places, added: [...free] }
}

/** What makes the files of the revision of those that are there. */
async function readChanges(
  differences: readonly FileDifference[],
  ports: Ports,
): Promise<Map<string, Uint8Array | undefined>> {
  const changes = new Map<string, Uint8Array | undefined>()
  for (const { path } of differences) if (path !== undefined) changes.set(path, undefined)
  const read = new Map<string, string[]>()
  for (const { before } of differences) {
    if (before === undefined) continue
    const { path, blob } = before
    changes.set(path, new Uint8Array())
    if (blob !== undefined && isLinkSource(path)) read.set(blob, [...(read.get(blob) ?? []), path])
  }
  const { source } = await ports.openHistory()
  for await (const { id, bytes } of source.blobs([...read.keys()]))
    for (const path of read.get(id) ?? []) changes.set(path, bytes ?? new Uint8Array())
  return changes
}
