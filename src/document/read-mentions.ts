import type { InlineCode, Nodes, Text } from 'mdast'
import { alignCode, type Alignment, alignText } from '../markdown/align-text.ts'
import { visit } from '../markdown/visit.ts'
import { codeText } from './code-text.ts'
import type { Span } from '../text/span.ts'
import type { DateMention, Mention, Reference } from './document.ts'
import { nodeSpan } from './node-span.ts'
import type { ReferencePattern } from './reference-pattern.ts'

/** What the config says of the words in items. */
export interface MentionOptions {
  /** Names that own an item where they stand in parentheses at the end of a line. */
  readonly owners?: readonly string[]
  /** Texts that stand for a target. */
  readonly references?: readonly ReferencePattern[]
}

/** What a piece of a document mentions, each list in document order. */
export interface Mentions {
  /** Names behind `@`, and the config's names in parentheses at a line's end. */
  readonly owners: readonly Mention[]
  /** Words behind `#`. */
  readonly tags: readonly Mention[]
  /** Calendar dates that exist. */
  readonly dates: readonly DateMention[]
  /** Inline code. */
  readonly code: readonly Mention[]
  /** Texts that the config maps to a target. */
  readonly references: readonly Reference[]
}

/** Reads owners, tags, dates, inline code and references from an item's own blocks. */
export function readMentions(
  own: readonly Nodes[],
  text: string,
  options: MentionOptions,
): Mentions {
  const found: Found = { owners: [], tags: [], dates: [], code: [], references: [] }
  const names = new Set(options.owners ?? [])
  const patterns = options.references ?? []
  for (const block of own) {
    visit(block, (node) => {
      if (node.type !== 'text' && node.type !== 'inlineCode') return
      const value = node.type === 'text' ? node.value : codeText(node)
      const span = nodeSpan(node)
      const place = placer(node, text.slice(span.start, span.end), span.start)
      addAll(found.references, readReferences(value, patterns, place))
      if (node.type === 'inlineCode') {
        found.code.push({ text: value, ...span })
        return
      }
      addAll(found.owners, readHandles(value, place))
      addAll(found.owners, readNames(value, names, place))
      addAll(found.tags, readTags(value, place))
      addAll(found.dates, readDates(value, place))
    })
  }
  found.owners.sort((a, b) => a.start - b.start)
  return found
}

type Found = { -readonly [Key in keyof Mentions]: Mentions[Key][number][] }

/** A loop, for `push(...more)` puts every element on the stack. */
function addAll<Element>(list: Element[], more: readonly Element[]): void {
  for (const element of more) list.push(element)
}

/** Turns a run of a node's value into a span of the document. */
type Place = (start: number, end: number) => Span

/** Most texts mention nothing, so that they are aligned with their source on demand only. */
function placer(node: Text | InlineCode, raw: string, offset: number): Place {
  let alignment: Alignment | undefined
  return (start, end) => {
    alignment ??= node.type === 'text' ? alignText(raw, node.value) : alignCode(raw, codeText(node))
    return { start: offset + alignment.start(start), end: offset + alignment.end(end) }
  }
}

// Each reader looks for its sigil, and at what stands around it, by itself: one expression for all
// would take a small document's most time, to compile alone.
function readHandles(value: string, place: Place): Mention[] {
  if (!value.includes('@')) return []
  return [...value.matchAll(HANDLE)].flatMap(({ 0: handle, index }) => {
    const end = index + handle.length
    if (IN_WORD.test(value.charAt(index - 1)) || GOES_ON.test(value.slice(end, end + 2))) return []
    return [{ text: handle.slice(1), ...place(index, end) }]
  })
}

/** "@kranzes", of "(@kranzes)" */
const HANDLE = /@[\p{L}\p{N}](?:[\p{L}\p{N}_]|-(?=[\p{L}\p{N}]))*/gu

/** "a", of "a@example.org" */
const IN_WORD = /[\p{L}\p{N}_@./-]/u

/** "/p", of "@scope/package" */
const GOES_ON = /^(?:[/@]|\.[\p{L}\p{N}])/u

function readNames(value: string, names: ReadonlySet<string>, place: Place): Mention[] {
  if (names.size === 0 || !value.includes('(')) return []
  return [...value.matchAll(PARENTHESIS)].flatMap((match) => {
    const words = [...match[0].slice(1, -1).matchAll(NAME)]
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
  if (!value.includes('#')) return []
  return [...value.matchAll(TAG)].map((match) => ({
    text: match[0].slice(1),
    ...place(match.index, match.index + match[0].length),
  }))
}

/** "#builds", not "#123" */
const TAG = /(?<![^\s([{,;])#(\p{L}[\p{L}\p{N}_/-]*)/gu

function readDates(value: string, place: Place): DateMention[] {
  return [...value.matchAll(DATE)].flatMap(({ 0: date, index }) => {
    const end = index + date.length
    const before = value.slice(Math.max(0, index - LONGEST_KEY), index)
    const key = KEY.exec(before)
    const isJoined = key === null && JOINED.test(before.slice(-1))
    if (isJoined || JOINED_BEHIND.test(value.charAt(end)) || !isCalendarDate(date)) return []
    const start = key === null ? index : index - before.length + key.index
    return [{ date, key: key === null ? '' : key[0].replace(COLON, ''), ...place(start, end) }]
  })
}

/** "2024-02-29" */
const DATE = /\d{4}-\d{2}-\d{2}/gu

/** "due:", of "due:2024-02-29" */
const KEY = /(?<![\p{L}\p{N}/-])\p{L}{1,30}: ?$/u

/** Enough for a key, its colon, a space, and the character before. */
const LONGEST_KEY = 33

/** ":" */
const COLON = /: ?$/u

/** "/", of "logs/2024-02-29" */
const JOINED = /[\p{L}\p{N}/-]/u

/** "-", of "2024-02-29-draft" */
const JOINED_BEHIND = /[\p{N}/-]/u

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= Number(days[month - 1])
}

function readReferences(
  value: string,
  patterns: readonly ReferencePattern[],
  place: Place,
): Reference[] {
  return patterns
    .flatMap((pattern) =>
      [...value.matchAll(pattern.expression)].map((match) => ({ pattern, match })),
    )
    .map(({ pattern, match }) => ({
      text: match[0],
      target: pattern.target({ ...match.groups }),
      ...place(match.index, match.index + match[0].length),
    }))
    .sort((a, b) => a.start - b.start)
}
