import { shortHash } from '../document/hash-item.ts'
import type { CommitDetails } from './commits/commit-details.ts'
import type { Departure } from './read-departures.ts'

/**
 * Makes the key of an entry.
 *
 * Its first half is the item: its identity, which follows from where it first stood, and the document.
 * Its second half is the Change-Id of the commit, which Gerrit keeps through every amendment; else the
 * change itself: what became of which title, and for the how manieth time. No hash of a commit is in it,
 * so that amending, rebasing, cherry-picking and squashing leave it as it is.
 */
export function makeKey(departure: Departure, commit: CommitDetails): string {
  const { event, change, origin, times } = departure
  const id = commit.trailers.findLast(({ key }) => key.toLowerCase() === 'change-id')?.value
  const second = id ?? JSON.stringify([change, event.kind, event.title, times])
  return `${shortHash(JSON.stringify([origin, event.item]))}-${shortHash(second).slice(0, HALF)}`
}

/** Hex digits. */
const HALF = 8
