import type { Item } from '../document/document.ts'
import type { ItemsReport, ItemView } from '../reporters/report.ts'
import { findDocument } from './find-document.ts'
import { parseFilter } from './parse-filter.ts'
import type { Ports } from './ports.ts'
import { readDocument } from './read-document.ts'
import { viewItems } from './view-item.ts'

/** What `list` is asked. */
export interface ListOptions {
  readonly file?: string | undefined
  /** Filter words; all must hold. */
  readonly where: readonly string[]
}

/** Lists a document's items; those that a filter leaves keep their order, and stand below each other. */
export async function listItems(options: ListOptions, ports: Ports): Promise<ItemsReport> {
  const filter = await parseFilter(options.where.join(' '))
  const file = await findDocument(ports, options.file)
  const document = await readDocument(ports, file)
  const views = viewItems(document, document.items)
  if (filter === undefined) return { kind: 'items', file, items: views }
  const keep = (item: Item, view: ItemView): ItemView[] => {
    const children = item.children.flatMap((child, index) => {
      const childView = view.children[index]
      return childView === undefined ? [] : keep(child, childView)
    })
    return filter(item, document) ? [{ ...view, children }] : children
  }
  const items = document.items.flatMap((item, index) => {
    const view = views[index]
    return view === undefined ? [] : keep(item, view)
  })
  return { kind: 'items', file, items }
}
