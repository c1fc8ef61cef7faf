import { foldTitle } from '../../document/read-title.ts'
import { walkItems } from '../../document/walk-items.ts'
import type { Item } from '../../document/document.ts'
import { matchDocuments } from '../../matching/match-documents.ts'
import type { Changelog, FileEntry, Release } from './changelog.ts'

/** A bullet below a release that was out, and is not what it was. */
export interface ReleasedChange {
  readonly change: 'added' | 'removed' | 'changed'
  /** Title of the release, as it is now; as it was, for one that is gone. */
  readonly release: string
  /** What the bullet says now; what it said, where it is removed. */
  readonly text: string
  /** What it said, where it is changed. */
  readonly before?: string
  /** The bullet, in the changelog as it is now; as it was, where it is removed. */
  readonly item: Item
}

/**
 * Tells what somebody changed below releases that were out, in the order of the changelog as it is.
 *
 * What is released since is no such change; nor are wraps, indentation and comments.
 *
 * @param before The changelog as it was when its newest release came out.
 */
export function compareReleased(before: Changelog, after: Changelog): ReleasedChange[] {
  const partners = pairItems(before, after)
  const old = listReleased(before)
  const now = listReleased(after)
  const known = new Set(before.releases.filter(isReleased).map(nameOf))
  const stayed = new Set<Item>()
  const changes: ReleasedChange[] = []
  for (const [item, { release, entry }] of now) {
    if (!known.has(nameOf(release))) continue
    const partner = partners.get(item)
    const was = partner && old.get(partner)
    const told = { release: release.title, text: entry.text, item }
    if (was === undefined || nameOf(was.release) !== nameOf(release)) {
      changes.push({ change: 'added', ...told })
      continue
    }
    stayed.add(was.entry.item)
    if (sourceOf(before, was.entry) !== sourceOf(after, entry))
      changes.push({ change: 'changed', ...told, before: was.entry.text })
  }
  for (const [item, { release, entry }] of old)
    if (!stayed.has(item))
      changes.push({ change: 'removed', release: release.title, text: entry.text, item })
  return changes
}

interface Released {
  readonly release: Release
  readonly entry: FileEntry
}

function listReleased({ releases }: Changelog): Map<Item, Released> {
  return new Map(
    releases
      .filter(isReleased)
      .flatMap((release) =>
        release.entries.map((entry) => [entry.item, { release, entry }] as const),
      ),
  )
}

function isReleased({ isUnreleased }: Release): boolean {
  return !isUnreleased
}

/** A release is known by its version, whatever else its heading says. */
function nameOf({ version, title }: Release): string {
  return version ?? title
}

/** The item of the changelog as it was, for each that is the same. */
function pairItems(before: Changelog, after: Changelog): Map<Item, Item> {
  const old = walkItems(before.document.items)
  const matching = matchDocuments(before.document, after.document)
  return new Map(
    walkItems(after.document.items).flatMap(({ item }, number) => {
      const partner = old[matching.oldOf(number) ?? -1]
      return partner === undefined ? [] : [[item, partner.item] as const]
    }),
  )
}

/** What a bullet says without those below it, white space folded and comments left out. */
function sourceOf({ document: { source } }: Changelog, { item }: FileEntry): string {
  const end = item.children[0]?.span.start ?? item.span.end
  return foldTitle(source.text.slice(item.titleSpan.start, end).replaceAll(COMMENT, ' '))
}

/** "<!-- crossoff 0a1b2c3d4e5f-01234567 89abcdef -->" */
const COMMENT = /<!--[^<>]*-->/gu
