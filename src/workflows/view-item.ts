import type { Document, Item } from '../document/document.ts'
import { hashItem, shortHash } from '../document/hash-item.ts'
import type { ItemView } from '../reporters/report.ts'
import { pointAt } from '../text/line-index.ts'

/** Shows items in their machine form, those below them included. */
export function viewItems(document: Document, items: readonly Item[]): ItemView[] {
  const seen = new Map<string, number>()
  // Counted over the whole document, so that an item has the same id whatever is shown beside it.
  const ids = new Map<Item, string>()
  const name = (item: Item): void => {
    const key = JSON.stringify([item.kind, ...item.path])
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    ids.set(item, shortHash(JSON.stringify([key, nth])))
    item.children.forEach(name)
  }
  document.items.forEach(name)
  const view = (item: Item): ItemView =>
    viewItem(document, item, ids.get(item) ?? '', item.children.map(view))
  return items.map(view)
}

function viewItem(
  document: Document,
  item: Item,
  id: string,
  children: readonly ItemView[],
): ItemView {
  return {
    id,
    kind: item.kind,
    level: item.level,
    title: item.title,
    path: item.path,
    status: item.status,
    owners: item.owners.map(({ text }) => text),
    tags: item.tags.map(({ text }) => text),
    links: item.links.map(({ url, kind }) => ({ url, kind })),
    hash: hashItem(document, item),
    start: pointAt(document.source.lines, item.span.start),
    end: pointAt(document.source.lines, item.span.end),
    children,
  }
}
