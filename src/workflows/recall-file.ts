import type { Link } from '../document/link.ts'
import { findLastStates, type LastState } from '../history/find-last-states.ts'
import { followFiles } from '../history/follow-files.ts'
import type { HistorySource } from '../history/history-source.ts'
import { contextOfState } from '../links/context-of-state.ts'
import { findAnchor } from '../links/find-anchor.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { LostLink } from '../links/list-lost-links.ts'
import type { AliveVerdict } from '../links/link-verdict.ts'
import { isMarkdownPath } from '../links/markdown-path.ts'
import { decodePercent, parseTarget } from '../links/parse-target.ts'
import type { Recollection } from '../links/recollection.ts'
import { describeLoss, revisionBefore } from './describe-loss.ts'
import { findMovedSection } from './find-moved-section.ts'
import type { Ports } from './ports.ts'
import { recallAnchors } from './recall-anchors.ts'

/**
 * Tells what became of a file that is gone, and of the sections that links name in it.
 *
 * Throws `git` where no commit ever had it.
 */
export async function recallFile(
  file: string,
  links: readonly LostLink[],
  after: LinkContext,
  ports: Ports,
): Promise<Map<Link, Recollection>> {
  const { source } = await ports.openHistory()
  const query = { file, wanted: FILE, namesIn: () => FILE }
  const state = (await findLastStates(query, source)).get('')
  if (state === undefined) return new Map()
  const gone = { file, state, successor: await findSuccessor(file, state, after, source) }
  const told = new Map<Link, Recollection>()
  const followed: LostLink[] = []
  for (const lostLink of links) {
    const { recollection, successor } = await recallLink(lostLink, gone, after, ports)
    if (recollection !== undefined) told.set(lostLink.link, recollection)
    if (successor !== undefined) followed.push(successor)
  }
  if (gone.successor === undefined || followed.length === 0) return told
  return new Map([...told, ...(await recallAnchors(gone.successor, followed, after, ports))])
}

/** The only name there is: that of the file itself. */
const FILE: ReadonlySet<string> = new Set([''])

/** Finds what a file is called now, by its path in the last commit that had it. */
async function findSuccessor(
  file: string,
  { endedBy }: LastState,
  after: LinkContext,
  source: HistorySource,
): Promise<string | undefined> {
  const follow = await followFiles(await source.resolve(revisionBefore(endedBy)), source)
  const path = follow(file)
  return path === undefined || after.kindOf(path) === undefined ? undefined : path
}

/** A file that is gone. */
interface GoneFile {
  readonly file: string
  readonly state: LastState
  /** What it is called now; absent where it was deleted. */
  readonly successor: string | undefined
}

/** What is known of a link to a file that is gone. */
interface Recalled {
  readonly recollection?: Recollection
  /** The link to what the file is called now, whose history may know more. */
  readonly successor?: LostLink
}

/** Tells what became of what a link names. */
async function recallLink(
  lostLink: LostLink,
  { file, state: { endedBy, contents }, successor }: GoneFile,
  after: LinkContext,
  ports: Ports,
): Promise<Recalled> {
  const renderer = after.slugsOf(successor ?? file)
  const named = {
    fragment: decodePercent(parseTarget(lostLink.link.url).fragment ?? ''),
    slugs: renderer,
  }
  const contextOf = contextOfState(file, renderer, after, await ports.loadEngine())
  const before = contextOf(contents[0] ?? new Uint8Array())
  const states = { before, after }
  const anchor =
    named.fragment === '' || !isMarkdownPath(file) ? undefined : findAnchor(file, named, before)
  const then: AliveVerdict = { status: 'alive', file, ...(anchor !== undefined && { anchor }) }
  const loss = { lostLink, then, endedBy }
  const followed = { successor: { ...lostLink, lost: { file, anchor: named } } }
  if (anchor === undefined) {
    const place = successor === undefined ? undefined : { file: successor }
    const recollection = describeLoss({ ...loss, place }, states)
    if (named.fragment === '') return { recollection }
    // The file lost the anchor, if it ever had it, before it lost its name.
    return { recollection: { help: recollection.help }, ...(successor !== undefined && followed) }
  }
  if (successor === undefined) {
    const place = await findMovedSection(then, states, endedBy, ports)
    return { recollection: describeLoss({ ...loss, place }, states) }
  }
  const now = findAnchor(successor, named, after)
  if (now === undefined) return followed
  const place = { file: successor, anchor: now.anchor }
  return { recollection: describeLoss({ ...loss, place }, states) }
}
