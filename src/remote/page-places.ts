import { decodePercent } from '../links/parse-target.ts'
import { foldHeading } from './fold-heading.ts'
import type { TagAttributes } from './tag-attributes.ts'

/** A place of a page that a fragment can name. */
export interface PageAnchor {
  readonly anchor: string
  /** Text of the heading that it stands for. */
  readonly heading: string
}

/** Collects the places of a page: `id` of any tag, `name` of an `a`. */
export interface PagePlaces {
  open(name: string, attributes: TagAttributes): void
  text(words: string): void
  close(name: string): void
  /** Says that nothing more comes. */
  end(): void
  /** What the heading says that is read, or that was the last. */
  readonly heading: string
  readonly isInHeading: boolean
  readonly found: ReadonlyMap<string, string>
  readonly anchors: readonly PageAnchor[]
}

/** Opens what collects the places of a page. */
export function openPagePlaces(fragments: ReadonlySet<string>): PagePlaces {
  const found = new Map<string, string>()
  const anchors: PageAnchor[] = []
  let heading = ''
  let isInHeading = false
  // Ids whose heading is not read yet.
  let pending: string[] = []
  const settle = (isHeading: boolean): void => {
    if (pending.length === 0) return
    const words = foldHeading(heading)
    for (const anchor of pending) {
      if (isHeading && anchors.length < MOST_ANCHORS) anchors.push({ anchor, heading: words })
      const fragment = nameOf(anchor, fragments)
      if (fragment !== undefined && !found.has(fragment)) found.set(fragment, words)
    }
    pending = []
  }
  return {
    found,
    anchors,
    open(name, { id, name: ownName }) {
      if (isHeading(name)) {
        isInHeading = true
        heading = ''
      }
      for (const each of [id, name === 'a' ? ownName : undefined]) {
        if (each !== undefined && each !== '') pending.push(each)
      }
    },
    text(words) {
      if (isInHeading) heading += words
      // Text that comes first says that the id is no heading's.
      else if (words.trim() !== '') settle(false)
    },
    close(name) {
      if (!isHeading(name)) return
      isInHeading = false
      settle(true)
    },
    end: () => settle(false),
    get heading() {
      return foldHeading(heading)
    },
    get isInHeading() {
      return isInHeading
    },
  }
}

/** A page that has more is not told from others by them. */
const MOST_ANCHORS = 5000

/** Tells whether a tag is a heading's. */
export function isHeading(name: string): boolean {
  return HEADING.test(name)
}

/** "h2" */
const HEADING = /^h[1-6]$/u

/** GitHub puts a word before the ids of a document, and takes it off again by a script. */
const PREFIX = 'user-content-'

function nameOf(anchor: string, fragments: ReadonlySet<string>): string | undefined {
  if (fragments.has(anchor)) return anchor
  const bare = anchor.startsWith(PREFIX) ? anchor.slice(PREFIX.length) : anchor
  // Browsers look for the fragment as it is written first, and some pages have ids in that form.
  return [bare, decodePercent(bare)].find((each) => fragments.has(each))
}
