import type { Link } from '../document/link.ts'
import { groupBy } from '../group-by.ts'
import { findLastStates, type LastState } from '../history/find-last-states.ts'
import { contextOfState } from '../links/context-of-state.ts'
import { findAnchor } from '../links/find-anchor.ts'
import { followStates } from '../links/follow-states.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { LostLink } from '../links/list-lost-links.ts'
import type { NamedAnchor } from '../links/link-verdict.ts'
import type { Recollection } from '../links/recollection.ts'
import { slugs } from '../links/slugs/index.ts'
import { describeLoss } from './describe-loss.ts'
import { findCommittedName } from './find-committed-name.ts'
import { findMovedSection } from './find-moved-section.ts'
import type { Ports } from './ports.ts'

/**
 * Tells what became of anchors that a document once gave; of those that it never gave, nothing.
 *
 * Throws `git` where there is no history of the document.
 */
export async function recallAnchors(
  file: string,
  links: readonly LostLink[],
  after: LinkContext,
  ports: Ports,
): Promise<Map<Link, Recollection>> {
  const { source } = await ports.openHistory()
  const engine = await ports.loadEngine()
  const committed = await findCommittedName(file, source)
  if (committed === undefined) return new Map()
  const told = new Map<Link, Recollection>()
  const named = links.flatMap((lostLink) => {
    const { anchor } = lostLink.lost
    return anchor === undefined ? [] : [{ ...lostLink, named: anchor }]
  })
  // An origin may give the document's anchors by other rules than its own.
  for (const [renderer, group] of groupBy(named, (each) => each.named.slugs)) {
    const { foldFragment } = slugs[renderer]
    const byName = groupBy(group, (each) => foldFragment(each.named.fragment))
    const contextOf = contextOfState(file, renderer, after, engine)
    const states = await findLastStates(
      {
        file: committed,
        wanted: new Set(byName.keys()),
        namesIn: (bytes) =>
          new Set(contextOf(bytes).anchors(file, renderer)?.byFolded.keys() ?? []),
      },
      source,
    )
    for (const [name, state] of states) {
      const contexts = [...state.contents.map(contextOf), after]
      for (const lost of byName.get(name) ?? []) {
        const recollection = await recallAnchor(file, lost, state, contexts, ports)
        if (recollection !== undefined) told.set(lost.link, recollection)
      }
    }
  }
  return told
}

/** A link to an anchor that its document lacks. */
interface NamedLoss extends LostLink {
  readonly named: NamedAnchor
}

/**
 * @param file What the document is called now.
 * @param contexts The states of the document since it last had the anchor, the oldest first.
 */
async function recallAnchor(
  file: string,
  lostLink: NamedLoss,
  { endedBy }: LastState,
  contexts: readonly LinkContext[],
  ports: Ports,
): Promise<Recollection | undefined> {
  const { lost } = lostLink
  const [before, after] = [contexts[0], contexts.at(-1)]
  if (before === undefined || after === undefined) return undefined
  const anchor = findAnchor(file, lostLink.named, before)
  if (anchor === undefined) return undefined
  const then = { status: 'alive', file, anchor } as const
  const states = { before, after }
  const { place, isSame } = followStates(then, contexts, await ports.loadEngine())
  // A section that has its title or its text elsewhere is more like it than one that has neither here.
  const elsewhere = isSame ? undefined : await findMovedSection(then, states, endedBy, ports)
  // The link may name the document as it was called before.
  const named = { ...then, file: lost.file }
  return describeLoss({ lostLink, then: named, place: elsewhere ?? place, endedBy }, states)
}
