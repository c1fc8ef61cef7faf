import { Parser } from 'htmlparser2'
import { foldHeading } from './fold-heading.ts'
import { openPageNotes } from './page-notes.ts'
import { openPagePlaces, type PageAnchor } from './page-places.ts'

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
  const notes = openPageNotes()
  const places = openPagePlaces(fragments)
  const { found, anchors } = places
  const parser = new Parser({
    onopentag(name, attributes) {
      notes.open(name, attributes)
      places.open(name, attributes)
    },
    ontext(words) {
      if (notes.text(words)) places.text(words)
    },
    onclosetag(name) {
      places.close(name)
      notes.close(name)
    },
  })
  return {
    write: (chunk) => {
      parser.write(chunk)
      return found.size < fragments.size
    },
    end: (isWhole) => {
      parser.end()
      places.end()
      const { isRefreshed } = notes
      return { title: foldHeading(notes.title), found, anchors, isRefreshed, isWhole }
    },
  }
}
