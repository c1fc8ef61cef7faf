import type { Anchor } from './anchor.ts'
import { groupBy } from '../group-by.ts'
import type { AnchorIndex, PageReading } from './link-context.ts'
import { lazily, memoize } from './memoize.ts'
import { listAnchors } from './read-anchors.ts'
import { foldName } from './respell-path.ts'
import { createFinder } from './similarity.ts'
import { slugs, type SlugsName } from './slugs/index.ts'
import type { SlugSettings } from './slugs/slug-definition.ts'

/** Reads a document's anchors for looking up; `undefined` where the document cannot be read. */
export function indexAnchors(
  reading: PageReading,
  name: SlugsName,
  settings: SlugSettings = {},
): AnchorIndex | undefined {
  if (reading.kind !== 'page') return undefined
  const definition = slugs[name]
  const anchors = listAnchors(reading.page, name, settings)
  const byName = new Map<string, Anchor>()
  const byFolded = new Map<string, Anchor>()
  for (const anchor of anchors) {
    const folded = definition.foldFragment(anchor.anchor)
    if (!byName.has(anchor.anchor)) byName.set(anchor.anchor, anchor)
    if (!byFolded.has(folded)) byFolded.set(folded, anchor)
  }
  const others = definition
    .otherSlugs(reading.page.headings, settings)
    .filter((slug) => slug !== undefined)
  const bySpelling = lazily(() => groupBy(anchors, ({ anchor }) => foldName(anchor)))
  const finder = lazily(() => createFinder(anchors, ({ anchor }) => anchor))
  return {
    page: reading.page,
    anchors,
    byName,
    byFolded,
    respell: (fragment) => bySpelling().get(foldName(fragment))?.[0],
    closest: memoize((fragment) => finder()(fragment)),
    others: new Set(others),
  }
}
