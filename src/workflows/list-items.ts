import type { Item } from '../document/document.ts'
import type { ItemsReport, ItemView } from '../reporters/report.ts'
import { findDocument } from './find-document.ts'
import { parseFilter } from './parse-filter.ts'
import type { Ports } from './ports.ts'
import { readDocument } from './read-document.ts'
import { createItemViewer } from './view-item.ts'

/** What `list` is asked. */
export interface ListOptions {
  readonly file?: string | undefined
  /** Filter words; all must hold. */
  readonly where: readonly string[]
}

/** Lists a document's items; those that a filter leaves stand below each other as they did. */
export async function listItems(options: ListOptions, ports: Ports): Promise<ItemsReport> {
  const filter = await parseFilter(options.where.join(' '))
  const file = await findDocument(ports, options.file)
  const document = await readDocument(ports, file)
  const view = createItemViewer(document)
  const keep = (item: Item): ItemView[] => {
    const children = item.children.flatMap(keep)
    return filter === undefined || filter(item, document) ? [view(item, children)] : children
  }
  return { kind: 'items', file, items: document.items.flatMap(keep) }
}
