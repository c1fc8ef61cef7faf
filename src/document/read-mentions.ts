import type { Nodes } from 'mdast'
import { alignOffset } from './align-offset.ts'
import type { DateMention, Mention, Reference } from './document.ts'
import { nodeSpan } from './node-span.ts'
import type { ReferencePattern } from './reference-pattern.ts'
import { visit } from './read-links.ts'

/** What the config says of the words in items. */
export interface MentionOptions {
  /** Names that own an item where they stand in parentheses at the end of a line. */
  readonly owners?: readonly string[]
  /** Texts that stand for a target. */
  readonly references?: readonly ReferencePattern[]
}

/** What a piece of a document mentions, each list in document order. */
export interface Mentions {
  readonly owners: readonly Mention[]
  readonly tags: readonly Mention[]
  readonly dates: readonly DateMention[]
  readonly code: readonly Mention[]
  readonly references: readonly Reference[]
}

/** Reads owners, tags, dates, inline code and references from an item's own blocks. */
export function readMentions(own: readonly Nodes[], text: string, options: MentionOptions): Mentions {
  const found = {
    owners: new Array<Mention>(),
    tags: new Array<Mention>(),
    dates: new Array<DateMention>(),
    code: new Array<Mention>(),
    references: new Array<Reference>(),
  }
  const names = new Set(options.owners ?? [])
  for (const block of own) {
    visit(block, (node) => {
      if (node.type === 'inlineCode') found.code.push({ text: node.value, ...nodeSpan(node) })
      if (node.type !== 'text' && node.type !== 'inlineCode') return
      const place = placer(node.value, nodeSpan(node).start, text.slice(nodeSpan(node).start, nodeSpan(node).end))
      found.references.push(...readReferences(node.value, options.references ?? [], place))
      if (node.type === 'inlineCode') return
      found.owners.push(...readHandles(node.value, place), ...readNames(node.value, names, place))
      found.tags.push(...readTags(node.value, place))
      found.dates.push(...readDates(node.value, place))
    })
  }
  return { ...found, owners: found.owners.sort((a, b) => a.start - b.start) }
}

/** Turns a run of a node's value into a span of the document. */
type Place = (start: number, end: number) => { readonly start: number; readonly end: number }

function placer(value: string, offset: number, raw: string): Place {
  // Inline code stands between backticks, and its value is its source.
  const shift = raw.startsWith('`') ? Math.max(0, raw.indexOf(value)) : 0
  const at = (index: number): number =>
    offset + shift + (raw === value || shift > 0 ? index : alignOffset(raw, value, index))
  return (start, end) => ({ start: at(start), end: at(end) })
}

function readHandles(value: string, place: Place): Mention[] {
  return [...value.matchAll(HANDLE)].map((match) => ({
    text: match[1] ?? '',
    ...place(match.index, match.index + match[0].length),
  }))
}

/** "(@kranzes)", not "a@example.org" and not "@scope/package" */
const HANDLE = /(?<![\p{L}\p{N}_@./-])@([\p{L}\p{N}](?:[\p{L}\p{N}_]|-(?=[\p{L}\p{N}]))*)(?![/@])(?!\.[\p{L}\p{N}])/gu

function readNames(value: string, names: ReadonlySet<string>, place: Place): Mention[] {
  if (names.size === 0) return []
  return [...value.matchAll(PARENTHESIS)].flatMap((match) => {
    const inner = match[1] ?? ''
    const words = [...inner.matchAll(NAME)]
    if (words.length === 0 || !words.every(([word]) => names.has(word))) return []
    return words.map((word) => {
      const start = match.index + 1 + word.index
      return { text: word[0], ...place(start, start + word[0].length) }
    })
  })
}

/** "(edef, flokli)" at the end of a line */
const PARENTHESIS = /\(([^()\r\n]+)\)(?=[ \t.]*(?:[\r\n]|$))/gu

/** "edef" */
const NAME = /[^\s,/&+@]+/gu

function readTags(value: string, place: Place): Mention[] {
  return [...value.matchAll(TAG)].map((match) => ({
    text: match[1] ?? '',
    ...place(match.index, match.index + match[0].length),
  }))
}

/** "#builds", not "#123" */
const TAG = /(?<![^\s([{,;])#(\p{L}[\p{L}\p{N}_/-]*)/gu

function readDates(value: string, place: Place): DateMention[] {
  return [...value.matchAll(DATE)].flatMap((match) => {
    const [whole, key, date] = match
    if (date === undefined || !isCalendarDate(date)) return []
    return [{ date, key: key ?? '', ...place(match.index, match.index + whole.length) }]
  })
}

/** "due:2024-02-29" */
const DATE = /(?<![\p{L}\p{N}/-])(?:(\p{L}+):[ ]?)?(\d{4}-\d{2}-\d{2})(?![\p{N}/-])/gu

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}

function readReferences(value: string, patterns: readonly ReferencePattern[], place: Place): Reference[] {
  return patterns
    .flatMap((pattern) => [...value.matchAll(pattern.expression)].map((match) => ({ pattern, match })))
    .map(({ pattern, match }) => ({
      text: match[0],
      target: pattern.target(match.groups ?? {}),
      ...place(match.index, match.index + match[0].length),
    }))
    .sort((a, b) => a.start - b.start)
}
