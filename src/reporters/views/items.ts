import { withNotes } from '../plain.ts'
import { renderItems } from '../render-items.ts'
import type { ItemsReport } from '../report.ts'
import type { View } from './view.ts'

/** Items as a tree. */
export const items: View<ItemsReport> = {
  text: renderItems,
  json: ({ file, items: shown, notes }) => ({ file, items: shown, ...withNotes(notes) }),
}
