import { basename } from 'node:path/posix'
import type { FileDifference } from '../history/file-difference.ts'
import type { LinkBase } from '../links/compare-page.ts'
import { changeLinkContext } from '../links/create-link-context.ts'
import type { LinkContext } from '../links/link-context.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { matchMoves } from '../links/match-moves.ts'
import { sites } from '../links/sites/index.ts'
import type { SiteDefinition } from '../links/sites/site-definition.ts'
import { traceLinks } from '../links/trace-links.ts'
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
  const all = await source.differences(await source.resolve(revision))
  const differences = all.filter(isOf)
  const engine = await ports.loadEngine()
  const before = changeLinkContext(after, await readChanges(differences, ports), engine)
  const states = { before, after }
  const places = differences.flatMap(({ before: old, path }) => {
    if (old === undefined) return []
    // Git takes for gone what it does not track any more.
    const place = path ?? (after.kindOf(old.path) === undefined ? undefined : old.path)
    return [[old.path, place] as const]
  })
  const added = differences.flatMap(({ before: old, path = [] }) => (old === undefined ? path : []))
  const moves = matchMoves({ places: new Map(places), added }, states, engine)
  return { before, trace: traceLinks(moves, states) }
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
    if (blob !== undefined && isRead(path)) read.set(blob, [...(read.get(blob) ?? []), path])
  }
  const { source } = await ports.openHistory()
  for await (const { id, bytes } of source.blobs([...read.keys()]))
    for (const path of read.get(id) ?? []) changes.set(path, bytes ?? new Uint8Array())
  return changes
}

/** Of other files, all that counts is that they are there. */
function isRead(path: string): boolean {
  return isMarkdownPath(path) || SETTINGS.has(basename(path)) || isOfSite(path)
}

/** Files that tell how documents are rendered, or what is not in the repository. */
const SETTINGS = new Set(['book.toml', '.gitmodules'])

function isOfSite(path: string): boolean {
  return Object.values<SiteDefinition>(sites).some(({ settings }) => settings?.test(path) === true)
}
