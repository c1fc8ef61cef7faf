import type { DocumentReport } from '../report.ts'
import type { View } from './view.ts'

/** A document, as it is. */
export const document: View<DocumentReport> = {
  text: ({ text }) => text,
  json: ({ file, text }) => ({ file, text }),
}
