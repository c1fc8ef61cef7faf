import { decodePercent } from '../links/parse-target.ts'
import { foldText } from './fold-text.ts'

/** A passage of a page that a link quotes: all of it, or how it starts and ends. */
export interface TextDirective {
  readonly start: string
  readonly end?: string
  /** What stands before it. */
  readonly prefix?: string
  /** What stands behind it. */
  readonly suffix?: string
}

/** What parts the fragment of a page from what is for the browser alone. */
export const DELIMITER = ':~:'

const MARK = `${DELIMITER}text=`

/** Tells whether the name of a fragment is a quotation, `:~:text=dark%20rye`. */
export function isTextName(name: string): boolean {
  return name.startsWith(MARK)
}

/**
 * Lists the quotations of a fragment, each by a name of its own: `:~:text=dark%20rye`.
 *
 * What is no quotation a browser leaves alone, and so does this.
 *
 * @param directive What stands behind the first `:~:` of the fragment.
 */
export function listTextNames(directive: string): string[] {
  const names = directive.split('&').map((each) => `${DELIMITER}${each}`)
  return [...new Set(names)].filter((name) => parseTextName(name) !== undefined)
}

/**
 * Reads a quotation by its name; `undefined` where it is none.
 *
 * Source: https://wicg.github.io/scroll-to-text-fragment/#parsing-the-fragment-directive
 */
export function parseTextName(name: string): TextDirective | undefined {
  if (!isTextName(name)) return undefined
  const tokens = name.slice(MARK.length).split(',')
  const prefix = tokens[0]?.endsWith('-') ? tokens.shift()?.slice(0, -1) : undefined
  const suffix = tokens.at(-1)?.startsWith('-') ? tokens.pop()?.slice(1) : undefined
  const [start, end, ...rest] = tokens
  const isSound = start !== undefined && rest.length === 0
  if (!isSound || [prefix, start, end, suffix].some(isEmpty)) return undefined
  return {
    start: decodePercent(start),
    ...(end !== undefined && { end: decodePercent(end) }),
    ...(prefix !== undefined && { prefix: decodePercent(prefix) }),
    ...(suffix !== undefined && { suffix: decodePercent(suffix) }),
  }
}

/** A quotation of nothing that a reader sees. */
function isEmpty(token: string | undefined): boolean {
  return token !== undefined && foldText(decodePercent(token)).trim() === ''
}

/** Gives what a name quotes, for a reader: `“dark … bread”`; a fragment that is no quotation as a link has it. */
export function describeFragment(name: string): string {
  const directive = parseTextName(name)
  if (directive === undefined) return `\`#${name}\``
  const { start, end } = directive
  return end === undefined ? `“${start}”` : `“${start} … ${end}”`
}
