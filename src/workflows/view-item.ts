import type { Document, Item } from '../document/document.ts'
import { hashItem, shortHash } from '../document/hash-item.ts'
import { walkItems } from '../document/walk-items.ts'
import type { ItemView } from '../reporters/report.ts'
import { pointAt } from '../text/line-index.ts'

/** Makes a function that shows items of a document in their machine form, those below included. */
export function createItemViewer(document: Document): ItemViewer {
  const ids = readIds(document)
  const view: ItemViewer = (item, children = item.children.map((child) => view(child))) => ({
    id: ids.get(item) ?? '',
    kind: item.kind,
    level: item.level,
    title: item.title,
    path: item.path,
    status: item.status,
    owners: item.owners.map(({ text }) => text),
    tags: item.tags.map(({ text }) => text),
    dates: item.dates.map(({ date, key }) => ({ date, key })),
    code: item.code.map(({ text }) => text),
    references: item.references.map(({ text, target }) => ({ text, target })),
    links: item.links.map(({ url, kind }) => ({ url, kind })),
    hash: hashItem(document, item),
    start: pointAt(document.source.lines, item.span.start),
    end: pointAt(document.source.lines, item.span.end),
    children,
  })
  return view
}

/** Shows one item; with `children`, those are shown below it instead of all. */
export type ItemViewer = (item: Item, children?: readonly ItemView[]) => ItemView

/** Counted over the whole document, so that an item has the same id whatever is shown beside it. */
function readIds({ items }: Document): ReadonlyMap<Item, string> {
  const seen = new Map<string, number>()
  return new Map(
    walkItems(items).map(({ item }) => {
      const key = JSON.stringify([item.kind, ...item.path])
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      return [item, shortHash(JSON.stringify([key, nth]))]
    }),
  )
}
