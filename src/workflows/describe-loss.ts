import type { Revision } from '../history/history-source.ts'
import { explainStray } from '../links/explain-stray.ts'
import type { LostLink } from '../links/list-lost-links.ts'
import type { LinkPlace, LinkStates } from '../links/link-trace.ts'
import type { AliveVerdict } from '../links/link-verdict.ts'
import type { Recollection } from '../links/recollection.ts'

/** What a dead link led to, and what became of it. */
export interface Loss {
  readonly lostLink: LostLink
  readonly then: AliveVerdict
  /** Where that is now; absent where it is gone. */
  readonly place: LinkPlace | undefined
  /** The commit that broke the link; absent where that is not committed yet. */
  readonly endedBy: Revision | undefined
}

/** Says what a dead link led to, where that is now, and since when. */
export function describeLoss(
  { lostLink: { file, link, verdict }, then, place, endedBy }: Loss,
  states: LinkStates,
): Recollection {
  const past = { origin: file, verdict: then, ...(place !== undefined && { place }) }
  const { help = '', replacement } = explainStray({ file, link, now: verdict, past }, states)
  const since =
    endedBy === undefined
      ? 'since the last commit'
      : `since ${endedBy.commit.slice(0, 7)} (${endedBy.date.slice(0, 10)})`
  return { help: `${help}, ${since}`, ...(replacement !== undefined && { replacement }) }
}

/** The last commit before a change; where that is not committed yet, the one that is checked out. */
export function revisionBefore(commit: Revision | undefined): string {
  return commit === undefined ? 'HEAD' : `${commit.commit}^`
}
