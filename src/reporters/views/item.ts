import type { ItemReport } from '../report.ts'
import type { View } from './view.ts'

/** One item, as its document has it. */
export const item: View<ItemReport> = {
  text: ({ source }) => endLine(source),
  json: ({ file, item: shown, source }) => ({ file, item: shown, source }),
}

/** The last item of a document may have no line end. */
function endLine(source: string): string {
  return /[\r\n]$/u.test(source) ? source : `${source}\n`
}
