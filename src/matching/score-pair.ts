import type { Entry } from './entry.ts'
import type { PairedBelow } from './count-paired-below.ts'
import { siblingBehind } from './forest.ts'
import { entryAt, type Pairing } from './pairing.ts'
import type { Profile } from './profile.ts'
import { weighShared } from './read-words.ts'
import { weighAlike } from './weigh-alike.ts'

/** Two items that may be the same. */
export interface PairQuestion {
  readonly pairing: Pairing
  readonly old: number
  readonly new: number
  readonly oldProfile: Profile
  readonly newProfile: Profile
  readonly below: PairedBelow
}

/**
 * Says how much two items of one kind are alike, 0 to 1 and a little more for their surroundings.
 *
 * Their words decide: of the title, of the text, and of what stands below; a text that only grew or
 * shrank is alike too. Where they stand only tips the scale.
 */
export function scorePair(question: PairQuestion): number {
  const { pairing, old } = question
  const [left, right] = [entryAt(pairing.old, old), entryAt(pairing.new, question.new)]
  if (left.kind !== right.kind) return 0
  if (left.key === right.key) return 1 + scorePlace(question)
  const alike = Math.max(
    scoreTitle(question),
    scoreOwn(question),
    scoreKept(left, right),
    scoreWhole(question),
  )
  return alike < LEAST ? 0 : alike + scorePlace(question)
}

/** Less is chance, wherever two items stand. */
const LEAST = 0.38

/** What is weighed by one thing alone is never as sure as what says the same. */
const WHOLE = 0.95

function scoreTitle(question: PairQuestion): number {
  const { pairing, oldProfile, newProfile } = question
  const [left, right] = [entryAt(pairing.old, question.old), entryAt(pairing.new, question.new)]
  if (left.title === '' || left.title !== right.title) {
    const weight = oldProfile.titleWeight + newProfile.titleWeight
    const hasMore = isMoreThanTitle(left) || isMoreThanTitle(right)
    const shared = weighShared(oldProfile.title, newProfile.title)
    const alike = weighAlike(oldProfile.title, newProfile.title)
    const score = (2 * (shared + alike)) / Math.max(1, weight)
    return Math.max((hasMore ? TITLE_OF_MORE : 1) * score, isGrown(left, right) ? GROWN_TITLE : 0)
  }
  // "Later" and "Notes" stand anywhere; a title of some words does not.
  const isTelling = oldProfile.titleWeight >= TELLING && left.kind !== 'label'
  return isTelling || areParentsPaired(question) ? 0.9 : 0.4
}

const TELLING = 12

/** Titles that share a word say little where there is text that could say more. */
const TITLE_OF_MORE = 0.75

function isMoreThanTitle({ text, children }: Entry): boolean {
  return text !== '' || children.length > 0
}

/** A word that became a sentence, or the other way round; where it stands has to speak for it too. */
function isGrown(left: Entry, right: Entry): boolean {
  const [short = '', long = ''] = [left.title, right.title].sort((a, b) => a.length - b.length)
  return short.length >= 4 && long.startsWith(short) && WORD_END.test(long.charAt(short.length))
}

const GROWN_TITLE = 0.5

/** ":", of "Compost: turn the heap" */
const WORD_END = /[^\p{L}\p{N}]/u

/** An item whose text stayed as it was, or whose heading kept its id, has another title at most. */
function scoreKept(left: Entry, right: Entry): number {
  const id = ID.exec(left.source)?.[0]
  if (id !== undefined && right.source.endsWith(id)) return 0.9
  if (left.text !== right.text || left.text.length < SHORTEST_TEXT) return 0
  return left.text.length < TELLING_TEXT ? 0.5 : 0.85
}

/** "{#glass}" */
const ID = /\{[^{}]*\}$/u

const SHORTEST_TEXT = 8
const TELLING_TEXT = 40

function scoreOwn(question: PairQuestion): number {
  const { pairing, oldProfile: old, newProfile: revised } = question
  const [left, right] = [entryAt(pairing.old, question.old), entryAt(pairing.new, question.new)]
  // Without text it would be the title once more.
  if (left.text === '' && right.text === '' && isMoreThanTitle(left) && isMoreThanTitle(right))
    return 0
  const shared = weighShared(old.own, revised.own)
  const smaller = Math.min(old.ownWeight, revised.ownWeight)
  const alike = (2 * shared) / Math.max(1, old.ownWeight + revised.ownWeight)
  const kept = shared / Math.max(1, smaller)
  // Few words are in any long text.
  return smaller < GROWABLE || kept < MOSTLY ? alike : Math.max(alike, GROWN * kept)
}

const GROWABLE = 30
const MOSTLY = 0.75
const GROWN = 0.8

/** The item with all below it, so that a heading around others is not taken for one of them. */
function scoreWhole({ old, new: number, oldProfile, newProfile, below }: PairQuestion): number {
  const size = below.sizeOf(old, number)
  if (size === 0) return 0
  const free = 2 * weighShared(oldProfile.below, newProfile.below)
  const own = 2 * weighShared(oldProfile.own, newProfile.own)
  const shared = below.sharedBy(old, number)
  const weight = oldProfile.ownWeight + newProfile.ownWeight + size
  return (WHOLE * Math.min(weight, own + shared + free)) / Math.max(1, weight)
}

/** What stands around two items: the same parent, the same neighbours. */
function scorePlace(question: PairQuestion): number {
  const { pairing, old } = question
  const before = areSame(pairing, pairing.old.before[old], pairing.new.before[question.new])
  const behind = areSame(
    pairing,
    siblingBehind(pairing.old, old),
    siblingBehind(pairing.new, question.new),
  )
  return (areParentsPaired(question) ? 0.05 : 0) + (before ? 0.08 : 0) + (behind ? 0.08 : 0)
}

function areParentsPaired({ pairing, old, new: number }: PairQuestion): boolean {
  return areSame(pairing, pairing.old.parents[old], pairing.new.parents[number])
}

/** Also where neither is there: the first of a list is the first of the other. */
function areSame(pairing: Pairing, old: number | undefined, number: number | undefined): boolean {
  if (old === undefined || number === undefined || old === -1 || number === -1)
    return old === number
  return pairing.newOf(old) === number
}
