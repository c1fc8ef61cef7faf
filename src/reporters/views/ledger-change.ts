import { escapeControls } from '../escape-controls.ts'
import type { Palette } from '../palette.ts'
import { renderLines, renderPatch } from '../render-file.ts'
import { renderNotes } from '../render-notes.ts'
import type { LedgerChangeReport } from '../changelog-report.ts'
import { toPlainFile, withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** Renders what came into a changelog: its lines, then a line an entry; the diff where nothing was written. */
export const ledgerChange: View<LedgerChangeReport> = {
  text: renderLedgerChange,
  json: ({ file, outcome, added, updated, removed, kept, notes }) => ({
    file: toPlainFile(file),
    added,
    updated,
    removed,
    kept,
    written: outcome === 'written' && file.added + file.removed > 0,
    ...withNotes(notes),
  }),
}

function renderLedgerChange(report: LedgerChangeReport, palette: Palette): string {
  const { outcome, file, added, updated, removed, notes } = report
  if (outcome === 'planned') return renderPatch(file.patch, palette)
  const entries = [
    ...added.map((name) => `${palette.added('added')}    ${escapeControls(name)}\n`),
    ...updated.map((name) => `${palette.name('updated')}  ${escapeControls(name)}\n`),
    ...removed.map((name) => `${palette.removed('removed')}  ${escapeControls(name)}\n`),
  ]
  const lines = file.added + file.removed === 0 ? 'nothing to change' : renderLines(file, palette)
  return `${palette.strong(escapeControls(file.file))}: ${lines}\n${entries.join('')}${renderNotes(notes, palette)}`
}
