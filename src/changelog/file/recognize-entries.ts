import type { Document } from '../../document/document.ts'
import { foldTitle } from '../../document/read-title.ts'
import type { Parse } from '../../editing/edited.ts'
import type { Entry } from '../entry.ts'
import { sharesWords } from '../outcomes/shares-words.ts'
import type { Reference, ReferenceKind } from '../commits/reference.ts'
import type { Changelog, FileEntry } from './changelog.ts'
import { readEntryWording } from './entry-lines.ts'
import type { EntryText } from './entry-text.ts'
import type { Recognized } from './recognized.ts'
import { isOfItsTime } from './is-of-its-time.ts'
import { recognizeMarked } from './recognize-marked.ts'

/**
 * Finds the entries that the changelog has already.
 *
 * By their markers; else a bullet that somebody wrote by hand about the same change.
 */
export function recognizeEntries(
  changelog: Changelog,
  texts: readonly EntryText[],
  parse: Parse,
): Map<EntryText, Recognized> {
  const bullets = changelog.releases.flatMap((release) =>
    release.entries.map((bullet) => ({ bullet, release })),
  )
  const found = recognizeMarked(bullets, texts, parse)
  const written = bullets
    .filter(({ bullet }) => bullet.key === undefined)
    .map((each) => ({ ...each, source: readSource(changelog.document, each.bullet) }))
  for (const text of texts) {
    if (found.has(text)) continue
    const hash = readEntryWording(text, parse).hash
    const isShared = texts.some(
      (other) => other !== text && other.entry.commit === text.entry.commit,
    )
    const match = written.find((bullet) => isAbout(bullet, text.entry, { hash, isShared }))
    if (match !== undefined) found.set(text, { bullet: match.bullet, release: match.release })
  }
  return found
}

interface WrittenBullet extends Recognized {
  /** What it says, that of nested bullets left out. */
  readonly source: string
}

function readSource({ source }: Document, { item }: FileEntry): string {
  return source.text.slice(item.span.start, item.children[0]?.span.start ?? item.span.end)
}

/** What else is known of an entry. */
interface EntryFacts {
  /** Hash of its wording. */
  readonly hash: string
  /** Whether its commit has other entries too, which its numbers stand for as well. */
  readonly isShared: boolean
}

/**
 * Whether a bullet without a marker is about an entry's change.
 *
 * An issue may be met by several changes, and a title such as `update the oven` comes again, so that in other releases than the entry's own they tell nothing. Where a commit has
 * several entries, its numbers tell of that one whose words the bullet has.
 */
function isAbout(
  { bullet, release, source }: WrittenBullet,
  entry: Entry,
  { hash, isShared }: EntryFacts,
): boolean {
  const isNear = isOfItsTime(release, entry)
  const isMentioned = entry.refs.some(
    (reference) =>
      (isNear || OF_ONE_CHANGE.has(reference.kind)) && mentions(source, bullet, reference),
  )
  if (isMentioned || namesCommit(source, entry.commit))
    return !isShared || sharesWords(bullet.text, entry.title)
  if (!isNear) return false
  const words = foldWords(bullet.text)
  return bullet.wordingHash === hash || [entry.title, entry.summary].map(foldWords).includes(words)
}

const OF_ONE_CHANGE: ReadonlySet<ReferenceKind> = new Set(['change', 'review', 'request', 'commit'])

function mentions(source: string, { item }: FileEntry, { kind, text, url }: Reference): boolean {
  if (url !== undefined && item.links.some((link) => link.url === url)) return true
  if (kind === 'commit') return false
  // A number alone could be any number.
  const names = DIGITS.test(text) ? [`cl/${text}`, `CL ${text}`] : [text]
  return names.some((name) => hasWord(source, name))
}

/** "12607" */
const DIGITS = /^\d+$/u

/** Whether a text has a word, and not as a part of another one. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isAlone =
      !IN_WORD.test(text.charAt(at - 1)) && !IN_WORD.test(text[at + word.length] ?? '')
    if (isAlone) return true
  }
  return false
}

/** "a" */
const IN_WORD = /[\p{L}\p{N}_]/u

function namesCommit(source: string, commit: string): boolean {
  return [...source.matchAll(HASH)].some(([hash]) => commit.startsWith(hash))
}

/** "1a2b3c4", or longer */
const HASH = /(?<![\p{L}\d])[\da-f]{7,40}(?![\p{L}\d])/gu

/** Letters and digits, in lower case: how a title is spelt does not matter. */
function foldWords(text: string): string {
  return foldTitle(text.toLowerCase().replaceAll(NO_WORD, ' '))
}

/** "`, " */
const NO_WORD = /[^\p{L}\p{N}]+/gu
