import { openTextFinder } from './open-text-finder.ts'
import { isHeading, type PagePlaces } from './page-places.ts'
import { isTextName } from './text-directive.ts'

/** Looks for what links quote of a page. */
export interface PageQuotes {
  /** Is told of a tag before those who collect places, */
  open(name: string): void
  text(words: string): void
  /** and of its end after them. */
  close(name: string): void
  /** Looks through what came since. */
  seek(isEnd?: boolean): void
  /** The heading before each text that was found, by the text's name. */
  readonly found: ReadonlyMap<string, string>
}

/** Opens what looks for quotations, `:~:text=dark%20rye`; other fragments are none. */
export function openPageQuotes(fragments: ReadonlySet<string>, places: PagePlaces): PageQuotes {
  const found = new Map<string, string>()
  const finder = openTextFinder([...fragments].filter(isTextName))
  const seek = (isEnd = false): void => {
    // Of a heading that is read in part, nobody knows yet what it says.
    if (places.isInHeading && !isEnd) return
    for (const name of finder.take(isEnd)) found.set(name, places.heading)
  }
  return {
    found,
    seek,
    open(name) {
      finder.breakWord()
      if (isHeading(name)) seek()
    },
    text: (words) => finder.write(words),
    close(name) {
      finder.breakWord()
      if (isHeading(name)) seek()
    },
  }
}
