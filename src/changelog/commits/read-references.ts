import { blankCode } from './blank-code.ts'
import type { CommitDetails, Trailer } from './commit-details.ts'
import type { ReferenceLinks } from './create-reference-links.ts'
import { findClosed, type Named, readNames } from './find-closed.ts'
import { parseMessage } from './parse-message.ts'
import { readUrl } from './read-url.ts'
import { readRequests } from './read-requests.ts'
import type { Reference, ReferenceKind } from './reference.ts'

/**
 * Reads what a commit refers to, by its message and by that of the merge that brought it.
 *
 * Reviews first, then requests, issues, changes, and commits, of which it is the last itself; those
 * of a kind in the order of the messages. What is said twice is there once.
 */
export function readReferences(details: CommitDetails, links: ReferenceLinks): Reference[] {
  const { commit, message, trailers, mergeMessage, mergeTrailers = [] } = details
  // A merge has a Change-Id of its own.
  const ofMerge = mergeTrailers.filter(({ key }) => key.toLowerCase() !== 'change-id')
  const found = [
    ...readMessage(message, trailers, links),
    ...(mergeMessage === undefined ? [] : readMessage(mergeMessage, ofMerge, links)),
    toCommit(commit, links),
  ]
  const ordered = ORDER.flatMap((wanted) => found.filter(({ kind }) => kind === wanted))
  return ordered.filter(
    (reference, index) => !ordered.slice(0, index).some((other) => isSame(reference, other)),
  )
}

const ORDER: readonly ReferenceKind[] = ['review', 'request', 'issue', 'change', 'commit']

function readMessage(
  message: string,
  trailers: readonly Trailer[],
  links: ReferenceLinks,
): Reference[] {
  const { subject, body } = parseMessage(message, trailers)
  // What the subject of a revert quotes is what is not done any more.
  const text = blankCode(`${subject.startsWith('Revert "') ? '' : subject}\n\n${body}`)
  return [
    ...trailers.flatMap((trailer) => readTrailer(trailer, links)),
    ...readRequests(subject, body, links),
    ...findClosed(text).map((named) => toClosed(named, links)),
  ]
}

function readTrailer({ key, value }: Trailer, links: ReferenceLinks): Reference[] {
  const name = key.toLowerCase()
  if (name === 'change-id' && CHANGE_ID.test(value)) {
    return [withUrl({ kind: 'change', text: value }, links.change(value))]
  }
  if (name === 'reviewed-on' && URL_START.test(value)) return [readUrl(value, 'review', links)]
  return CLOSING.has(name) ? readNames(value).map((named) => toClosed(named, links)) : []
}

function toClosed(named: Named, links: ReferenceLinks): Reference {
  if (named.kind === 'url') return readUrl(named.url, 'issue', links)
  return named.kind === 'hash' ? toCommit(named.hash, links) : toNumber(named, links)
}

function toNumber(
  { sign, number, project }: Extract<Named, { kind: 'number' }>,
  links: ReferenceLinks,
): Reference {
  const kind = sign === '!' ? 'request' : 'issue'
  const other = project === links.project ? undefined : project
  return withUrl({ kind, text: `${other ?? ''}${sign}${number}` }, links[kind](number, other))
}

function toCommit(hash: string, links: ReferenceLinks): Reference {
  return withUrl({ kind: 'commit', text: hash.slice(0, 10) }, links.commit(hash))
}

function withUrl(reference: Reference, url: string | undefined): Reference {
  return url === undefined ? reference : { ...reference, url }
}

/** On most forges, requests and issues share their numbers: `#12` is one or the other. */
function isSame(one: Reference, other: Reference): boolean {
  if (one.url !== undefined && one.url === other.url) return true
  return one.text === other.text && (one.kind === other.kind || one.text.includes('#'))
}

const CLOSING: ReadonlySet<string> = new Set(['fixes', 'closes', 'resolves'])
/** "I7e4c90d5f1b2a3c4d5e6f708192a3b4c5d6e7f80" */
const CHANGE_ID = /^I[0-9a-f]{8,64}$/iu
/** "https://cl.example/c/bakery/+/12607" */
const URL_START = /^https?:\/\/[^\s/]/iu
