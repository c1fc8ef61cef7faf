import type { Item } from '../document/document.ts'
import type { BlameReport, ItemsReport, ItemView } from '../reporters/report.ts'
import { selectItem } from '../selectors/select-item.ts'
import type { Selector } from '../selectors/selector.ts'
import { findDocument } from './find-document.ts'
import { parseFilter } from './parse-filter.ts'
import type { Ports } from './ports.ts'
import { readDocument } from './read-document.ts'
import { traceItems } from './trace-items.ts'
import { createItemViewer } from './view-item.ts'
import { viewLife } from './view-life.ts'

/** What `list` is asked. */
export interface ListOptions {
  readonly file?: string | undefined
  /** Filter words; all must hold. */
  readonly where: readonly string[]
  /** Whether each item is shown with its history. */
  readonly hasHistory?: boolean
  /** Only this item and what is below it. */
  readonly selector?: Selector | undefined
}

/** Lists a document's items; those that a filter leaves stand below each other as they did. */
export async function listItems(options: ListOptions, ports: Ports): Promise<ItemsReport> {
  const filter = await parseFilter(options.where.join(' '), ports.today())
  const file = await findDocument(ports, options.file)
  const document = await readDocument(ports, file)
  const isTraced = options.hasHistory === true || filter.needsHistory
  const traced = isTraced ? await traceItems(document, { file }, ports) : undefined
  const view = createItemViewer(document)
  const isStale = filter.needsPaths ? await findStale(file, ports) : undefined
  const keep = (item: Item): ItemView[] => {
    const children = item.children.flatMap(keep)
    const life = traced?.items.get(item)
    if (!filter.test({ item, document, life, isStale: isStale?.(item) ?? false })) return children
    const shown = view(item, children)
    return [life === undefined ? shown : { ...shown, history: viewLife(life) }]
  }
  const { selector } = options
  const items = selector === undefined ? document.items : [selectItem(document, selector)]
  return { kind: 'items', file, items: items.flatMap(keep), notes: traced?.notes ?? [] }
}

/** Makes a function that tells whether an item names a path that was in the repository once, and is gone. */
async function findStale(file: string, ports: Ports): Promise<(item: Item) => boolean> {
  const [{ readTracked }, { findGonePath }] = await Promise.all([
    import('./read-tracked.ts'),
    import('../links/find-gone-path.ts'),
  ])
  const tracked = { files: ports.tree, wasTracked: await readTracked(ports) }
  return ({ code, links, references }) =>
    [
      ...code.map(({ text }) => text),
      ...references.map(({ target }) => target),
      ...links.map(({ url }) => url),
    ].some((text) => findGonePath(text, file, tracked) !== undefined)
}

/** Lists a document's items with who changed each, and when. */
export async function blameItems(
  options: Omit<ListOptions, 'hasHistory'>,
  ports: Ports,
): Promise<BlameReport> {
  return { ...(await listItems({ ...options, hasHistory: true }, ports)), kind: 'blame' }
}
