import { type ChangeType, changeTypes } from './entry.ts'
import type { CommitDetails } from './commits/commit-details.ts'
import type { Outcome } from './outcome.ts'
import type { ParsedMessage } from './commits/parse-message.ts'

/** What tells where an entry is filed. */
export interface Classified {
  readonly outcome: Outcome
  readonly title: string
  readonly path: readonly string[]
  readonly message: ParsedMessage
  readonly commit: CommitDetails
}

/** Where entries are filed, by the type of their commit, or by their outcome; `false` for nowhere. */
export type TypeTable = Readonly<Record<string, ChangeType | false>>

/** What holds where the config says nothing else. */
const defaultTypes: TypeTable = {
  feat: 'Added',
  feature: 'Added',
  fix: 'Fixed',
  perf: 'Changed',
  refactor: 'Changed',
  revert: 'Removed',
  security: 'Security',
  abandoned: false,
  merged: false,
  undone: false,
  unknown: false,
}

/**
 * Tells where Keep a Changelog files an entry; `undefined` where it has no place there.
 *
 * What the commit says comes first: a trailer `Changelog: fixed`, then its type. Then the title's first
 * word, then the titles of the sections that the item stood in, the nearest first.
 */
export function classifyEntry(given: Classified, types: TypeTable): ChangeType | undefined {
  const { outcome, title, path, message, commit } = given
  const table = { ...defaultTypes, ...types }
  const byOutcome = lookUp(table, outcome)
  if (byOutcome !== undefined) return byOutcome === false ? undefined : byOutcome
  const told = readTrailer(commit) ?? lookUp(table, message.type ?? '')
  if (told !== undefined) return told === false ? undefined : told
  return guess(FIRST_WORDS, title) ?? guessByPath(path) ?? 'Changed'
}

function lookUp(table: TypeTable, word: string): ChangeType | false | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** As GitLab reads it: `Changelog: added`. https://docs.gitlab.com/development/changelog/ */
function readTrailer({ trailers }: CommitDetails): ChangeType | undefined {
  const value = trailers.findLast(({ key }) => key.toLowerCase() === 'changelog')?.value
  return changeTypes.find((type) => type.toLowerCase() === value?.trim().toLowerCase())
}

type Guesses = readonly (readonly [ChangeType, RegExp])[]

const FIRST_WORDS: Guesses = [
  ['Fixed', /^\W*(?:correct|fix|mend|repair|resolve)(?:e?s|e?d|ing)?\b/iu],
  [
    'Added',
    /^\W*(?:add|allow|create|expose|implement|introduce|provide|support)(?:e?s|e?d|ing)?\b/iu,
  ],
  ['Removed', /^\W*(?:delete[ds]?|drop(?:s|ped)?|get rid of|remove[ds]?)\b/iu],
  ['Deprecated', /^\W*deprecate[ds]?\b/iu],
]

const SECTIONS: Guesses = [
  ['Security', /\b(?:security|vulnerabilit(?:y|ies))\b/iu],
  ['Fixed', /\b(?:bugs?|correctness|fix(?:es)?|regressions?)\b/iu],
  ['Deprecated', /\b(?:deprecated|deprecations?)\b/iu],
  ['Removed', /\b(?:removals?|removed)\b/iu],
  ['Added', /\b(?:features?|ideas?|new)\b/iu],
]

function guess(guesses: Guesses, text: string): ChangeType | undefined {
  return guesses.find(([, pattern]) => pattern.test(text))?.[0]
}

function guessByPath(path: readonly string[]): ChangeType | undefined {
  const around = path.slice(0, -1).reverse()
  return around.map((title) => guess(SECTIONS, title)).find((type) => type !== undefined)
}
