import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { mirrorTitle, type MirroredTitle } from './mirror-item.ts'
import { titleSource } from './outline.ts'
import { foldText } from '../selectors/fold-text.ts'
import type { Position } from './position.ts'

/** Where an archived item goes, and the titles that have to be made on the way there. */
export interface ArchivePlace {
  readonly position: Position
  /** Titles to put around the item, outermost first. */
  readonly titles: readonly MirroredTitle[]
}

/** Where the archive is. */
export interface Archive {
  readonly document: Document
  /** Title of the section that holds it; absent where the whole document is the archive. */
  readonly section?: string
}

/**
 * Finds where an item belongs in an archive: below the titles that it stands below now.
 *
 * Those that the archive has are used again; the title section of either document does not count.
 */
export function findArchivePlace(
  source: Document,
  item: Item,
  { document, section }: Archive,
): ArchivePlace {
  const root = titleSection(document)
  const wanted = [
    ...(section === undefined
      ? []
      : [{ kind: 'section' as const, source: section, line: section }]),
    ...ancestorsOf(source, item)
      .filter((other) => other !== titleSection(source))
      .map((other) => mirrorTitle(source, other)),
  ]
  const archive = section === undefined ? undefined : findSection(document, section)
  let holder: Item | undefined = archive ?? root
  let depth = archive === undefined ? 0 : 1
  while (depth < wanted.length) {
    const next = findChild(document, holder?.children ?? document.items, wanted[depth])
    if (next === undefined) break
    holder = next
    depth++
  }
  return {
    position: holder === undefined ? { relation: 'end' } : { relation: 'under', item: holder },
    titles: wanted.slice(depth),
  }
}

/** An archive is found wherever it is, however its title is spelt: a second one would be a mistake. */
function findSection(document: Document, title: string): Item | undefined {
  return walkItems(document.items)
    .map(({ item }) => item)
    .find((item) => item.kind === 'section' && foldText(item.title) === foldText(title))
}

/** The one section that holds all of a document, as a file's title does. */
export function titleSection({ items }: Document): Item | undefined {
  const [only, second] = items
  return only?.kind === 'section' && second === undefined ? only : undefined
}

/** The items around an item, outermost first. */
export function ancestorsOf(document: Document, item: Item): Item[] {
  const ancestors: Item[] = []
  let place = walkItems(document.items).find((other) => other.item === item)?.parent
  for (; place !== undefined; place = place.parent) ancestors.unshift(place.item)
  return ancestors
}

function findChild(
  document: Document,
  children: readonly Item[],
  wanted: MirroredTitle | undefined,
): Item | undefined {
  return children.find(
    (item) => item.kind === wanted?.kind && titleSource(document, item) === wanted.source,
  )
}
