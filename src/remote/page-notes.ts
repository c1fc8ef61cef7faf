import { parseRefresh, type Refresh } from './parse-refresh.ts'
import type { TagAttributes } from './tag-attributes.ts'

/** Notes what a page says of itself, and which of its text readers are shown. */
export interface PageNotes {
  open(name: string, attributes: TagAttributes): void
  /** Takes a text, and says whether it is the page's. */
  text(words: string): boolean
  close(name: string): void
  readonly title: string
  /** What its first heading of the first level says. */
  readonly headline: string
  /** Whether that was read. */
  readonly hasHeadline: boolean
  /** Where it sends its readers. */
  readonly refresh: Refresh | undefined
  /** What its addresses are relative to, as written; empty where that is the page. */
  readonly base: string
  /** Whether it has scripts, which may draw more of it. */
  readonly isScripted: boolean
  /** How many characters of it readers are shown. */
  readonly length: number
}

/** Opens what notes a page's title, and what it does to its readers. */
export function openPageNotes(): PageNotes {
  let title = ''
  let hasTitle = false
  let headline = ''
  let isInHeadline = false
  let hasHeadline = false
  let refresh: Refresh | undefined
  let base: string | undefined
  let isScripted = false
  let length = 0
  // The tag whose text is not the page's.
  let quiet: string | undefined
  return {
    open(name, { type, href, content, 'http-equiv': equivalent }) {
      isScripted ||= name === 'script' && SCRIPT.test(type ?? '')
      // What stands in `noscript` is for no browser that people use.
      const isRefresh = name === 'meta' && quiet === undefined && REFRESH.test(equivalent ?? '')
      if (isRefresh) refresh ??= parseRefresh(content ?? '')
      if (name === 'base') base ??= href
      if (QUIET.has(name)) quiet ??= name
      isInHeadline ||= name === 'h1' && !hasHeadline
    },
    text(words) {
      // A drawing may have a title too, and has it later.
      if (quiet === 'title' && !hasTitle) title += words
      if (quiet !== undefined) return false
      length += words.trim().length
      if (isInHeadline) headline += words
      return true
    },
    close(name) {
      if (name === 'h1') {
        hasHeadline = true
        isInHeadline = false
      }
      if (name !== quiet) return
      hasTitle ||= name === 'title'
      quiet = undefined
    },
    get title() {
      return title
    },
    get headline() {
      return headline
    },
    get hasHeadline() {
      return hasHeadline
    },
    get refresh() {
      return refresh
    },
    get base() {
      return base ?? ''
    },
    get isScripted() {
      return isScripted
    },
    get length() {
      return length
    },
  }
}

/** "Refresh" */
const REFRESH = /^refresh$/iu

/** Tags whose text is none of the page's. */
const QUIET: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'noscript'])

/** "module", or nothing: what a browser runs; data for scripts has other types. */
const SCRIPT = /^\s*(?:$|module\b|(?:text|application)\/(?:java|ecma)script)/iu
