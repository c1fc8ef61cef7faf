import { Parser } from 'htmlparser2'
import { foldHeading } from './fold-heading.ts'
import { openPageNotes } from './page-notes.ts'
import { openPageQuotes } from './page-quotes.ts'
import type { Refresh } from './parse-refresh.ts'
import { openPagePlaces, type PageAnchor } from './page-places.ts'

/** What a page was found to have. */
export interface PageFacts {
  readonly title: string
  /** What its first heading of the first level says. */
  readonly headline: string
  /** The heading of each fragment that was found, for a quotation the last before it; empty where there is none. */
  readonly found: ReadonlyMap<string, string>
  /** The anchors of headings, in order; those behind the last fragment that was found may lack. */
  readonly anchors: readonly PageAnchor[]
  /** Where it sends its readers, by `<meta http-equiv="refresh">`; absent where they stay. */
  readonly refresh?: Refresh
  /** What its addresses are relative to, as written; empty where that is the page. */
  readonly base: string
  /** Whether it has scripts, which may draw more of it. */
  readonly isScripted: boolean
  /** How many characters of it readers are shown. */
  readonly length: number
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
 * Opens what reads a page for the places that fragments name: `id` of any tag, `name` of an `a`, text that is quoted.
 *
 * Where there are none, the page is looked at up to its headline.
 *
 * @param fragments Without `#`, percent-encoding decoded; quotations by their names, `:~:text=dark%20rye`.
 */
export function openPageReader(fragments: ReadonlySet<string>): PageReader {
  const notes = openPageNotes()
  const places = openPagePlaces(fragments)
  const quotes = openPageQuotes(fragments, places)
  let size = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      notes.open(name, attributes)
      quotes.open(name)
      places.open(name, attributes)
    },
    ontext(words) {
      if (!notes.text(words)) return
      places.text(words)
      quotes.text(words)
    },
    onclosetag(name) {
      places.close(name)
      quotes.close(name)
      notes.close(name)
    },
  })
  return {
    write: (chunk) => {
      parser.write(chunk)
      quotes.seek()
      size += chunk.length
      if (fragments.size === 0) return !notes.hasHeadline && size < MOST_LOOKED_AT
      return places.found.size + quotes.found.size < fragments.size
    },
    end: (isWhole) => {
      parser.end()
      places.end()
      quotes.seek(true)
      const { refresh, base, isScripted, length } = notes
      const found = new Map([...places.found, ...quotes.found])
      const shown = { ...(refresh && { refresh }), base, isScripted, length, isWhole }
      const names = { title: foldHeading(notes.title), headline: foldHeading(notes.headline) }
      return { ...names, found, anchors: places.anchors, ...shown }
    },
  }
}

/** Characters in which a page says what it is. */
const MOST_LOOKED_AT = 65_536
