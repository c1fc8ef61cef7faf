import type { ItemReport } from '../reporters/report.ts'
import { selectItem } from '../selectors/select-item.ts'
import type { Selector } from '../selectors/selector.ts'
import { lineStart, nextLineStart } from '../text/line-index.ts'
import { findDocument } from './find-document.ts'
import type { Ports } from './ports.ts'
import { readDocument } from './read-document.ts'
import { createItemViewer } from './view-item.ts'

/** What `show` is asked. */
export interface ShowOptions {
  readonly file?: string | undefined
  readonly selector: Selector
}

/** Shows one item: its lines as they stand, and its machine form. */
export async function showItem(options: ShowOptions, ports: Ports): Promise<ItemReport> {
  const file = await findDocument(ports, options.file)
  const document = await readDocument(ports, file)
  const item = selectItem(document, options.selector)
  const { lines, text } = document.source
  const source = text.slice(lineStart(lines, item.span.start), nextLineStart(lines, item.span.end))
  return { kind: 'item', file, item: createItemViewer(document)(item), source }
}
