import { CrossoffError } from '../errors.ts'
import type { Document, Item } from '../document/document.ts'
import type { Revision } from '../history/history-source.ts'
import { foldText } from '../selectors/fold-text.ts'
import { daysBetween, parseDays } from './count-days.ts'
import type { TracedItem } from './trace-items.ts'

/** An item, and what is known of it. */
export interface FilterSubject {
  readonly item: Item
  readonly document: Document
  /** Its history, where the filter needs it. */
  readonly life?: TracedItem | undefined
  /** Whether it names something that is gone, where the filter needs it. */
  readonly isStale?: boolean
}

/** What a filter asks. */
export interface Filter {
  /** Tells whether an item is wanted. */
  readonly test: (subject: FilterSubject) => boolean
  /** Whether it asks for the history of items. */
  readonly needsHistory: boolean
  /** Whether it asks which items name something that is gone. */
  readonly needsPaths: boolean
}

type Test = Filter['test']

/** What each word of a filter asks of an item; `value` is what stands behind the colon. */
const QUESTIONS: Readonly<Record<string, (value: string) => Test>> = {
  kind:
    (value) =>
    ({ item }) =>
      item.kind === value,
  status:
    (value) =>
    ({ item }) =>
      item.status === value,
  owner:
    (value) =>
    ({ item }) =>
      item.owners.some(({ text }) => isSame(text, value.replace(/^@/u, ''))),
  tag:
    (value) =>
    ({ item }) =>
      item.tags.some(({ text }) => isSame(text, value.replace(/^#/u, ''))),
  under:
    (value) =>
    ({ item }) =>
      item.path.slice(0, -1).some((title) => isSame(title, value)),
  link:
    (value) =>
    ({ item }) =>
      item.links.some(({ url }) => url.includes(value)),
  stale:
    (value) =>
    ({ isStale = false }) =>
      isStale === (value === 'yes'),
  text:
    (value) =>
    ({ item, document }) =>
      foldText(ownText(item, document)).includes(foldText(value)),
}

/** The words that are about time, and the commit that each is counted from. */
const TIMES: Readonly<Record<string, (life: TracedItem) => Revision | undefined>> = {
  age: ({ added }) => added,
  changed: ({ changed }) => changed,
}

/** The words that have only some values. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: ['section', 'bullet', 'label'],
  status: ['open', 'done', 'other', 'none'],
  stale: ['yes', 'no'],
}

/** The words that a filter may hold, as they are typed. */
const filterWords: readonly string[] = [
  ...Object.keys(QUESTIONS).map((word) => `${word}:`),
  ...Object.keys(TIMES).map((word) => `${word}>`),
]

/**
 * Parses a filter: `status:open -owner:flokli under:"Nix language" age>180d`.
 *
 * All words must hold, `-` negates, and quotes, single or double, hold a value together. Throws
 * `usage` for a word that there is none of.
 *
 * @param today ISO date that ages are counted to.
 */
export async function parseFilter(text: string, today: string): Promise<Filter> {
  const questions: Test[] = []
  let needsHistory = false
  let needsPaths = false
  for (const word of parseWords(text)) {
    const test = parseTime(word, today) ?? (await parseQuestion(word))
    needsHistory ||= Object.hasOwn(TIMES, word.key)
    needsPaths ||= word.key === 'stale'
    questions.push(word.isNegated ? (subject) => !test(subject) : test)
  }
  return {
    test: (subject) => questions.every((question) => question(subject)),
    needsHistory,
    needsPaths,
  }
}

async function parseQuestion({ key, sign, value }: FilterWord): Promise<Test> {
  const question = Object.hasOwn(QUESTIONS, key) && sign === ':' ? QUESTIONS[key] : undefined
  if (question === undefined) throw await unknownWord(`${key}${sign}`)
  const choices = CHOICES[key]
  if (choices !== undefined && !choices.includes(value)) throw await wrongValue(key, value, choices)
  return question(value)
}

/** What no commit has yet is of today; of what is older than the history nothing is said. */
function parseTime({ key, sign, value }: FilterWord, today: string): Test | undefined {
  const revisionOf = Object.hasOwn(TIMES, key) ? TIMES[key] : undefined
  if (revisionOf === undefined) return undefined
  const days = parseDays(value)
  if (sign === ':' || days === undefined) {
    throw new CrossoffError('usage', `\`${key}${sign}${value}\` is no time`, {
      help: `expected \`>\` or \`<\` and a number of days, weeks, months or years: \`${key}>180d\`, \`${key}<2w\``,
    })
  }
  return ({ life }) => {
    const date = life && (life.id === undefined ? today : revisionOf(life)?.date.slice(0, 10))
    if (date === undefined) return false
    const age = daysBetween(date, today)
    return sign === '>' ? age > days : age < days
  }
}

interface FilterWord {
  readonly isNegated: boolean
  readonly key: string
  /** `:`, `<` or `>`. */
  readonly sign: string
  readonly value: string
}

function parseWords(text: string): FilterWord[] {
  const words: FilterWord[] = []
  let behind = 0
  for (const match of text.matchAll(WORD)) {
    const [whole, minus = '', key = '', sign = '', double, single, plain = ''] = match
    words.push({ isNegated: minus === '-', key, sign, value: double ?? single ?? plain })
    behind = match.index + whole.length
  }
  const rest = text.slice(behind).trim()
  if (rest === '') return words
  throw new CrossoffError(
    'usage',
    `the filter has \`${rest}\` where a word such as \`status:open\` was expected`,
    {
      help: 'quote a value that holds spaces: `under:"Nix language"`',
    },
  )
}

/** `-under:"Nix language"` */
const WORD = /\s*(-?)(\p{L}+)([:<>])(?:"([^"]*)"|'([^']*)'|([^\s"']\S*))(?=\s|$)/guy

function isSame(text: string, value: string): boolean {
  return foldText(text) === foldText(value)
}

/** The title and what belongs to no item below. */
function ownText(item: Item, document: Document): string {
  return [item.titleSpan, ...item.bodySpans]
    .map(({ start, end }) => document.source.text.slice(start, end))
    .join('\n')
}

async function unknownWord(typed: string): Promise<CrossoffError> {
  const { suggestWord } = await import('../config/suggest-word.ts')
  const meant = suggestWord(typed, filterWords)
  const list = filterWords.map((word) => `\`${word}\``).join(', ')
  const help = meant === undefined ? `expected one of ${list}` : `did you mean \`${meant}\`?`
  return new CrossoffError('usage', `unknown filter word \`${typed}\``, { help })
}

async function wrongValue(
  key: string,
  value: string,
  choices: readonly string[],
): Promise<CrossoffError> {
  const { suggestWord } = await import('../config/suggest-word.ts')
  const meant = suggestWord(value, choices)
  const list = choices.map((choice) => `\`${choice}\``).join(', ')
  const help = meant === undefined ? `expected one of ${list}` : `did you mean \`${meant}\`?`
  return new CrossoffError('usage', `no ${key} is \`${value}\``, { help })
}
