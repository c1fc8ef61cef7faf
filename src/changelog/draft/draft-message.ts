import { basename, extname } from 'node:path/posix'
import type { Change } from '../../diff/change.ts'
import { cutText } from './cut-text.ts'
import { countChanges, describeChange } from './describe-changes.ts'
import type { DraftedTrailer, MessageDraft } from './message-draft.ts'

/** A change, with what it had before. */
export interface DraftedChange {
  readonly change: Change
  /** Whether the item was done already. */
  readonly wasDone: boolean
}

/** A document, and what a commit does to it. */
export interface DraftedDocument {
  readonly file: string
  readonly changes: readonly DraftedChange[]
}

/**
 * Drafts the message of a commit from what it does to the items of documents.
 *
 * ```text
 * docs(TODO): drop 1 item, add 1
 *
 * drop "Sow beans"
 * add "Sow peas"
 * ```
 *
 * @returns `undefined` where no item changed.
 */
export function draftMessage(documents: readonly DraftedDocument[]): MessageDraft | undefined {
  const changed = documents
    .map(({ file, changes }) => ({
      file,
      changes: changes.filter(({ change }) => change.implied !== true),
    }))
    .filter(({ changes }) => changes.length > 0)
  const all = changed.flatMap(({ changes }) => changes)
  const [first, second] = all.map(({ change }) => change)
  if (first === undefined) return undefined
  const type = `docs${readScope(changed.map(({ file }) => file))}: `
  const room = LONGEST - type.length
  return second === undefined
    ? { subject: type + describeChange(first, room), body: [], trailers: draftTrailers(all) }
    : {
        subject: cutText(type + countChanges(all.map(({ change }) => change)), LONGEST),
        body: all.map(({ change }) => describeChange(change, LONGEST - '- '.length)),
        trailers: draftTrailers(all),
      }
}

/** What git and its hosts show of a line. */
const LONGEST = 72

/** The name that all documents share. */
function readScope(files: readonly string[]): string {
  const names = new Set(files.map((file) => basename(file, extname(file))))
  const [name = '', other] = names
  return other === undefined && SCOPE.test(name) ? `(${name})` : ''
}

/** "TODO" */
const SCOPE = /^[\w.-]{1,30}$/u

/** One for all items that left, where one can be; else one for each, if there are not too many. */
function draftTrailers(changes: readonly DraftedChange[]): DraftedTrailer[] {
  const left = changes.flatMap(({ change: { change, title }, wasDone }) =>
    change === 'checked' || change === 'dropped'
      ? [{ title: fold(title), isDone: change === 'checked' || wasDone }]
      : [],
  )
  const [first] = left
  if (first === undefined) return []
  if (left.every(({ isDone }) => isDone === first.isDone))
    return [{ title: '', shortTitle: '', isDone: first.isDone }]
  const open = left.filter(({ isDone }) => !isDone).map(({ title }) => title.toLowerCase())
  const titles = new Map(left.map(({ title }) => [title.toLowerCase(), title]))
  const named = [...titles].flatMap(([key, title]) => {
    // What begins so, a trailer would speak of as well.
    const isDone = !open.some((each) => each.startsWith(key))
    return title === '' ? [] : [{ title, isDone }]
  })
  const keys = [...titles.keys()]
  const name = (each: (typeof named)[number]): DraftedTrailer => ({
    ...each,
    shortTitle: shorten(each.title, keys),
  })
  const certain = named.filter(({ isDone }) => isDone)
  const asked = named.filter(({ isDone }) => !isDone)
  return [
    // Of so many, their check boxes tell as well.
    ...(certain.length > MOST ? [] : certain.map(name)),
    ...(asked.length > MOST ? [{ title: '', shortTitle: '', isDone: false }] : asked.map(name)),
  ]
}

/** Who commits is not going to read more. */
const MOST = 10

/** Takes whole words, until no other title begins so, however its letters are cased. */
function shorten(title: string, keys: readonly string[]): string {
  const key = title.toLowerCase()
  const others = keys.filter((each) => each !== key)
  const ends = [...title.matchAll(SPACE)].map(({ index }) => index)
  const end = ends.find((each) => {
    const beginning = title.slice(0, each).toLowerCase()
    return each >= SHORTEST && !others.some((other) => other.startsWith(beginning))
  })
  return end === undefined ? title : title.slice(0, end)
}

/** A few words say more than one. */
const SHORTEST = 32

/** A trailer is one line. */
function fold(title: string): string {
  return cutText(title, Number.MAX_SAFE_INTEGER)
}

/** "a b" */
const SPACE = / /gu
