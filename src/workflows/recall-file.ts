import type { Link } from '../document/link.ts'
import { findLastStates, type LastState } from '../history/find-last-states.ts'
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
import { findCommittedName } from './find-committed-name.ts'
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
  const gone = { file, state, successor: await findSuccessor(file, state, source) }
  const told = new Map<Link, Recollection>()
  const followed: LostLink[] = []
  for (const lostLink of links) {
    const recollection = await recallLink(lostLink, gone, after, ports)
    if ('lost' in recollection) followed.push(recollection)
    else told.set(lostLink.link, recollection)
  }
  if (gone.successor === undefined || followed.length === 0) return told
  return new Map([...told, ...(await recallAnchors(gone.successor, followed, after, ports))])
}

/** The only name there is: that of the file itself. */
const FILE: ReadonlySet<string> = new Set([''])

/**
 * Finds what a file is called now.
 *
 * Git finds pairs by what two files have in common, and one that was made long after the other went may
 * have much: notes of another week, from one template. Only a file whose own history has the name is it.
 */
async function findSuccessor(
  file: string,
  { endedBy }: LastState,
  source: HistorySource,
): Promise<string | undefined> {
  const differences = await source.differences(await source.resolve(revisionBefore(endedBy)))
  const path = differences.find(({ before }) => before?.path === file)?.path
  if (path === undefined || endedBy === undefined) return path
  const name = await findCommittedName(path, source)
  if (name === undefined) return undefined
  const { revisions } = await source.read({ file: name, firstParent: true })
  return revisions.some((revision) => revision.path === file) ? path : undefined
}

/** A file that is gone. */
interface GoneFile {
  readonly file: string
  readonly state: LastState
  /** What it is called now; absent where it was deleted. */
  readonly successor: string | undefined
}

/** Tells what became of what a link names; or gives the link to an anchor that the successor lacks too. */
async function recallLink(
  lostLink: LostLink,
  { file, state: { endedBy, contents }, successor }: GoneFile,
  after: LinkContext,
  ports: Ports,
): Promise<Recollection | LostLink> {
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
  if (anchor === undefined) {
    const place = successor === undefined ? undefined : { file: successor }
    const { help, replacement } = describeLoss({ ...loss, place }, states)
    // Nobody knows what a fragment meant that led to nothing then.
    return { help, ...(named.fragment === '' && replacement !== undefined && { replacement }) }
  }
  if (successor === undefined) {
    const place = await findMovedSection(then, states, endedBy, ports)
    return describeLoss({ ...loss, place }, states)
  }
  const now = findAnchor(successor, named, after)
  return now === undefined
    ? { ...lostLink, lost: { file: successor, anchor: named } }
    : describeLoss({ ...loss, place: { file: successor, anchor: now.anchor } }, states)
}
