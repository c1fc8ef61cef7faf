import { CrossoffError } from '../errors.ts'
import type { Document, Item } from '../document/document.ts'
import { foldText } from '../selectors/fold-text.ts'

/** Tells whether an item is wanted. */
export type Filter = (item: Item, document: Document) => boolean

/** What each word of a filter asks of an item; `value` is what stands behind the colon. */
const QUESTIONS: Readonly<Record<string, (value: string) => Filter>> = {
  kind: (value) => (item) => item.kind === value,
  status: (value) => (item) => item.status === value,
  owner: (value) => (item) =>
    item.owners.some(({ text }) => isSame(text, value.replace(/^@/u, ''))),
  tag: (value) => (item) => item.tags.some(({ text }) => isSame(text, value.replace(/^#/u, ''))),
  under: (value) => (item) => item.path.slice(0, -1).some((title) => isSame(title, value)),
  link: (value) => (item) => item.links.some(({ url }) => url.includes(value)),
  text: (value) => (item, document) => foldText(ownText(item, document)).includes(foldText(value)),
}

/** The words that have only some values. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: ['section', 'bullet', 'label'],
  status: ['open', 'done', 'other', 'none'],
}

/** The words that a filter may hold. */
const filterWords: readonly string[] = Object.keys(QUESTIONS)

/**
 * Parses a filter: `status:open -owner:flokli under:"Nix language"`.
 *
 * All words must hold, `-` negates, and quotes, single or double, hold a value together. Throws
 * `usage` for a word that there is none of. `undefined` for a filter that asks nothing.
 */
export async function parseFilter(text: string): Promise<Filter | undefined> {
  const questions: Filter[] = []
  for (const { isNegated, key, value } of parseWords(text)) {
    const question = QUESTIONS[key]
    if (question === undefined || !Object.hasOwn(QUESTIONS, key)) throw await unknownWord(key)
    const choices = CHOICES[key]
    if (choices !== undefined && !choices.includes(value))
      throw await wrongValue(key, value, choices)
    const filter = question(value)
    questions.push(isNegated ? (item, document) => !filter(item, document) : filter)
  }
  if (questions.length === 0) return undefined
  return (item, document) => questions.every((question) => question(item, document))
}

interface FilterWord {
  readonly isNegated: boolean
  readonly key: string
  readonly value: string
}

function parseWords(text: string): FilterWord[] {
  const words: FilterWord[] = []
  let behind = 0
  for (const match of text.matchAll(WORD)) {
    const [whole, minus = '', key = '', double, single, plain = ''] = match
    words.push({ isNegated: minus === '-', key, value: double ?? single ?? plain })
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
const WORD = /\s*(-?)(\p{L}+):(?:"([^"]*)"|'([^']*)'|([^\s"']\S*))(?=\s|$)/guy

function isSame(text: string, value: string): boolean {
  return foldText(text) === foldText(value)
}

/** The title and what belongs to no item below. */
function ownText(item: Item, document: Document): string {
  return [item.titleSpan, ...item.bodySpans]
    .map(({ start, end }) => document.source.text.slice(start, end))
    .join('\n')
}

async function unknownWord(key: string): Promise<CrossoffError> {
  const { suggestWord } = await import('../config/suggest-word.ts')
  const meant = suggestWord(key, filterWords)
  const list = filterWords.map((word) => `\`${word}:\``).join(', ')
  const help = meant === undefined ? `expected one of ${list}` : `did you mean \`${meant}:\`?`
  return new CrossoffError('usage', `unknown filter word \`${key}:\``, { help })
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
