import type { Nodes } from 'mdast'
import type { Document, Item } from '../../document/document.ts'
import { nodeSpan } from '../../document/node-span.ts'
import { walkItems } from '../../document/walk-items.ts'
import type { Changelog, FileEntry, Group, Release } from './changelog.ts'
import { parseGroupTitle } from './group-title.ts'
import { parseMarker } from './marker.ts'
import { parseReleaseTitle, type ReleaseTitle } from './release-title.ts'
import { readWording } from './wording.ts'

/**
 * Reads a document as a changelog: its releases, what groups them, and their bullets.
 *
 * Releases are told by their titles, at whatever level: some tools give a minor release a heading above
 * that of a patch. A bullet is of the release that it stands in, the innermost one.
 */
export function readChangelog(document: Document): Changelog {
  const releases = new Map<Item, OpenRelease>()
  const homes = new Map<Item, OpenRelease | undefined>()
  for (const { item, parent } of walkItems(document.items)) {
    const around = parent && homes.get(parent.item)
    const title = item.kind === 'section' ? readTitle(item, around) : undefined
    if (title === undefined) {
      homes.set(item, around)
      if (item.kind === 'bullet') around?.entries.push(readEntry(document, item))
      else if (around !== undefined && around.item === parent?.item)
        around.groups.push(readGroup(item))
      continue
    }
    const release = { ...title, title: item.title, item, groups: [], entries: [] }
    releases.set(item, release)
    homes.set(item, release)
  }
  return { document, releases: [...releases.values()] }
}

/** A release of which more may follow. */
interface OpenRelease extends Release {
  readonly groups: Group[]
  readonly entries: FileEntry[]
}

/** Within a release, a date or a word such as `Next` says something of it, and a package has its own version. */
function readTitle(item: Item, around: ReleaseTitle | undefined): ReleaseTitle | undefined {
  const title = parseReleaseTitle(item.title)
  if (title === undefined || around === undefined) return title
  return title.version !== undefined && STARTS_WITH_VERSION.test(item.title) ? title : undefined
}

/** "[1.2.0]" */
const STARTS_WITH_VERSION = /^\[?v?\d/iu

function readGroup(item: Item): Group {
  const type = parseGroupTitle(item.title)
  return { title: item.title, item, ...(type !== undefined && { type }) }
}

function readEntry({ source, syntax }: Document, item: Item): FileEntry {
  const own = syntax.get(item)?.own ?? []
  const [first, second] = own
  const children = first?.type === 'paragraph' ? first.children : []
  const inline = children.flatMap((node) => readMarkerOf(node) ?? [])[0]
  // Formatters put a comment that does not fit on its line on one of its own.
  const below = inline === undefined && second !== undefined ? readMarkerOf(second) : undefined
  // What else somebody put on that line is HTML too, and as much a part of the wording.
  const line = below !== undefined && second?.type === 'html' ? [second] : []
  const start = item.titleSpan.start
  const block = below === undefined ? first : second
  const end = block === undefined ? start : nodeSpan(block).end
  return {
    item,
    text: readWording(children).text,
    wordingHash: readWording([...children, ...line]).hash,
    wordingSpan: { start, end: start + source.text.slice(start, end).trimEnd().length },
    wordingBlocks: below === undefined ? 1 : 2,
    ...(inline ?? below),
  }
}

function readMarkerOf(node: Nodes): ReturnType<typeof parseMarker> {
  return node.type === 'html' ? parseMarker(node.value) : undefined
}
