import { escapeControls } from '../escape-controls.ts'
import type { FragmentsReport } from '../changelog-report.ts'
import type { Palette } from '../palette.ts'
import { renderNotes } from '../render-notes.ts'
import { withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** Renders the files that were written, or would be, a line each. */
export const fragments: View<FragmentsReport> = {
  text: renderFragments,
  json: ({ outcome, tool, files, notes }) => ({ outcome, tool, files, ...withNotes(notes) }),
}

function renderFragments({ files, outcome, notes }: FragmentsReport, palette: Palette): string {
  const lines = files.map((file) => `${palette.added(outcome)} ${escapeControls(file)}\n`)
  return `${lines.length === 0 ? 'nothing to write\n' : lines.join('')}${renderNotes(notes, palette)}`
}
