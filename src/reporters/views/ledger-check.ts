import { escapeControls } from '../escape-controls.ts'
import type { Palette } from '../palette.ts'
import { renderNotes } from '../render-notes.ts'
import type { LedgerCheckReport } from '../changelog-report.ts'
import { withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** Renders what a changelog lacks: a head, a line an entry, and what to do. */
export const ledgerCheck: View<LedgerCheckReport> = {
  text: renderLedgerCheck,
  json: ({ file, isThere, missing, outdated, released, notes }) => ({
    file,
    isThere,
    missing,
    outdated,
    released,
    ...withNotes(notes),
  }),
}

function renderLedgerCheck(report: LedgerCheckReport, palette: Palette): string {
  const { file, isThere, missing, outdated, released, notes } = report
  const name = palette.strong(escapeControls(file))
  const lacking = [
    ...renderPart(`${name} lacks ${count(missing)}`, missing),
    ...renderPart(`${name} has ${count(outdated)} that would read otherwise now`, outdated),
  ]
  const remedy = `  ${palette.hint(`run \`crossoff changelog --write ${escapeControls(file)}\``)}\n`
  const lines = [
    ...lacking,
    ...(lacking.length === 0 ? [] : [remedy]),
    ...renderPart(`${name} differs below what is released`, released),
  ]
  const calm = isThere ? `${name}: nothing is missing\n` : `${name} is not there\n`
  return `${lines.length === 0 ? calm : lines.join('')}${renderNotes(notes, palette)}`
}

function renderPart(head: string, names: readonly string[]): string[] {
  if (names.length === 0) return []
  return [`${head}\n`, ...names.map((name) => `  ${escapeControls(name)}\n`)]
}

function count({ length }: readonly string[]): string {
  return length === 1 ? '1 entry' : `${length} entries`
}
