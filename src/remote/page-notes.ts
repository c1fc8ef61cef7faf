import type { TagAttributes } from './tag-attributes.ts'

/** Notes what a page says of itself, and which of its text readers are shown. */
export interface PageNotes {
  open(name: string, attributes: TagAttributes): void
  /** Takes a text, and says whether it is the page's. */
  text(words: string): boolean
  close(name: string): void
  readonly title: string
  readonly isRefreshed: boolean
}

/** Opens what notes a page's title, and what it does to its readers. */
export function openPageNotes(): PageNotes {
  let title = ''
  let hasTitle = false
  let isRefreshed = false
  // The tag whose text is not the page's.
  let quiet: string | undefined
  return {
    open(name, { 'http-equiv': equivalent }) {
      isRefreshed ||= name === 'meta' && equivalent?.toLowerCase() === 'refresh'
      if (QUIET.has(name)) quiet ??= name
    },
    text(words) {
      // A drawing may have a title too, and has it later.
      if (quiet === 'title' && !hasTitle) title += words
      return quiet === undefined
    },
    close(name) {
      if (name !== quiet) return
      hasTitle ||= name === 'title'
      quiet = undefined
    },
    get title() {
      return title
    },
    get isRefreshed() {
      return isRefreshed
    },
  }
}

/** Tags whose text is none of the page's. */
const QUIET: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title'])
