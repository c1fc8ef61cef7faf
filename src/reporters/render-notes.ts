import { escapeControls } from './escape-controls.ts'
import type { Palette } from './palette.ts'

/** Renders what else to know, a line each. */
export function renderNotes(notes: readonly string[], palette: Palette): string {
  return notes.map((note) => `${palette.warning('note:')} ${escapeControls(note)}\n`).join('')
}
