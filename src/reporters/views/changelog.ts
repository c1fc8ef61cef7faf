import type { ChangelogReport } from '../changelog-report.ts'
import { withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** A changelog in the form that was asked for. */
export const changelog: View<ChangelogReport> = {
  text: ({ text }) => text,
  json: ({ entries, notes }) => ({ entries, ...withNotes(notes) }),
}
