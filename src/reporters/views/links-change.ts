import { countOf } from '../count-of.ts'
import { escapeControls } from '../escape-controls.ts'
import type { LinksChangeReport, LinkStatus } from '../links-report.ts'
import { paintStatus } from '../paint-status.ts'
import type { Palette } from '../palette.ts'
import { renderLines, renderPatch } from '../render-file.ts'
import { renderNotes } from '../render-notes.ts'
import { toPlainFile, withNotes } from '../plain.ts'
import type { View } from './view.ts'

/** Renders what came of asking, or of pruning: what is other than it was, and the lines of the file. */
export const linksChange: View<LinksChangeReport> = {
  text: renderLinksChange,
  json: ({ outcome, asked, doubts, changes, file, notes }) => ({
    asked,
    unknown: doubts,
    changes,
    file: file && toPlainFile(file),
    written: outcome === 'written' && file !== undefined && file.added + file.removed > 0,
    ...withNotes(notes),
  }),
}

function renderLinksChange(report: LinksChangeReport, palette: Palette): string {
  const { outcome, asked, doubts, changes, file, notes } = report
  if (outcome === 'planned') {
    if (file !== undefined) return renderPatch(file.patch, palette)
    return [...asked.map(escapeControls), `${countAddresses(asked)} to ask for`]
      .map((line) => `${line}\n`)
      .join('')
  }
  const word = (status: LinkStatus | undefined, none: string): string =>
    status === undefined ? none : paintStatus(status, palette)(status)
  const lines = [
    ...changes.map(
      ({ url, before, after }) =>
        `${word(before, 'new')} → ${word(after, palette.removed('dropped'))}  ${escapeControls(url)}`,
    ),
    ...doubts.map(
      ({ url, reason }) =>
        `${palette.faint('unknown')}  ${escapeControls(url)}: ${escapeControls(reason)}`,
    ),
    ...(asked.length === 0 ? [] : [`${countAddresses(asked)} asked for`]),
    renderFile(file, palette),
  ]
  return `${lines.map((line) => `${line}\n`).join('')}${renderNotes(notes, palette)}`
}

function renderFile(file: LinksChangeReport['file'], palette: Palette): string {
  if (file === undefined || file.added + file.removed === 0) return 'nothing to change'
  return `${palette.strong(escapeControls(file.file))}: ${renderLines(file, palette)}`
}

function countAddresses(urls: readonly string[]): string {
  return countOf(urls.length, 'address', 'addresses')
}
