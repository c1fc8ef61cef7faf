import { Parser } from 'htmlparser2'
import { decodePercent } from '../links/parse-target.ts'

/** A place of a page that a fragment can name. */
export interface PageAnchor {
  readonly anchor: string
  /** Text of the heading that it stands for. */
  readonly heading: string
}

/** What a page was found to have. */
export interface PageFacts {
  readonly title: string
  /** The heading of each fragment that was found; empty where it stands in none. */
  readonly found: ReadonlyMap<string, string>
  /** The anchors of headings, in order; those behind the last fragment that was found may lack. */
  readonly anchors: readonly PageAnchor[]
  /** Whether it sends readers to another page, by `<meta http-equiv="refresh">`. */
  readonly isRefreshed: boolean
  /** Whether it was read to its end. */
  readonly isWhole: boolean
}

/** Reads a page as it comes. */
export interface PageReader {
  /** Takes more of the page, and says whether still more is of use. */
  write(text: string): boolean
  /**
   * Says what was read.
   *
   * @param isWhole Whether the page ended by itself.
   */
  end(isWhole: boolean): PageFacts
}

/**
 * Opens what reads a page for the places that fragments name: `id` of any tag, `name` of an `a`.
 *
 * @param fragments Without `#`, percent-encoding decoded.
 */
export function openPageReader(fragments: ReadonlySet<string>): PageReader {
  const found = new Map<string, string>()
  const anchors: PageAnchor[] = []
  let title = ''
  let hasTitle = false
  let isRefreshed = false
  let heading = ''
  let isInHeading = false
  // The tag whose text is not the page's.
  let quiet: string | undefined
  // Ids whose heading is not read yet.
  let pending: string[] = []
  const settle = (isHeading: boolean): void => {
    const words = fold(heading)
    for (const anchor of pending) {
      if (isHeading && anchors.length < MOST_ANCHORS) anchors.push({ anchor, heading: words })
      const fragment = nameOf(anchor, fragments)
      if (fragment !== undefined && !found.has(fragment)) found.set(fragment, words)
    }
    pending = []
  }
  const parser = new Parser({
    onopentag(name, { id, name: ownName, 'http-equiv': equivalent }) {
      isRefreshed ||= name === 'meta' && equivalent?.toLowerCase() === 'refresh'
      if (HEADING.test(name)) {
        isInHeading = true
        heading = ''
      }
      if (QUIET.has(name)) quiet ??= name
      for (const each of [id, name === 'a' ? ownName : undefined]) {
        if (each !== undefined && each !== '') pending.push(each)
      }
    },
    ontext(words) {
      // A drawing may have a title too, and has it later.
      if (quiet === 'title' && !hasTitle) title += words
      if (quiet !== undefined) return
      if (isInHeading) heading += words
      // Text that comes first says that the id is no heading's.
      else if (words.trim() !== '') settle(false)
    },
    onclosetag(name) {
      if (HEADING.test(name)) {
        isInHeading = false
        settle(true)
      }
      if (name !== quiet) return
      hasTitle ||= name === 'title'
      quiet = undefined
    },
  })
  return {
    write: (chunk) => {
      parser.write(chunk)
      return found.size < fragments.size
    },
    end: (isWhole) => {
      parser.end()
      settle(false)
      return { title: fold(title), found, anchors, isRefreshed, isWhole }
    },
  }
}

/** A page that has more is not told from others by them. */
const MOST_ANCHORS = 5000

/** "h2" */
const HEADING = /^h[1-6]$/u

/** Tags whose text is none of the page's. */
const QUIET: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title'])

/** GitHub puts a word before the ids of a document, and takes it off again by a script. */
const PREFIX = 'user-content-'

function nameOf(anchor: string, fragments: ReadonlySet<string>): string | undefined {
  if (fragments.has(anchor)) return anchor
  const bare = anchor.startsWith(PREFIX) ? anchor.slice(PREFIX.length) : anchor
  // Browsers look for the fragment as it is written first, and some pages have ids in that form.
  return [bare, decodePercent(bare)].find((each) => fragments.has(each))
}

/** A heading's own link is often shown as a sign behind it. */
function fold(text: string): string {
  const words = text.replaceAll(ZERO_WIDTH, '').split(SPACE)
  while (SIGNS.has(words.at(-1) ?? ' ')) words.pop()
  return words.join(' ').trim()
}

/** "\u200b" */
const ZERO_WIDTH = /\u200b/gu

/** "  " */
const SPACE = /\s+/u

const SIGNS: ReadonlySet<string> = new Set(['', '#', '¶', '§', '🔗'])
