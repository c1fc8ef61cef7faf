import { escapeControls } from '../escape-controls.ts'
import type { Palette } from '../palette.ts'
import { renderFinding } from '../render-finding.ts'
import { renderFileLine, renderPatch } from '../render-file.ts'
import type { ChangeReport } from '../report.ts'
import { toPlainFile, toPlainFinding } from '../plain.ts'
import type { View } from './view.ts'

/** Renders what a plan did: a line a document, the diff where nothing was written yet, broken links. */
export const change: View<ChangeReport> = {
  text: renderChange,
  json: ({ outcome, files, plan, inverse, brokenLinks }) => ({
    files: files.map(toPlainFile),
    plan,
    inverse,
    brokenLinks: brokenLinks.map(toPlainFinding),
    written: outcome === 'written' && files.length > 0,
  }),
}

function renderChange(report: ChangeReport, palette: Palette): string {
  const { outcome, files, brokenLinks, notes } = report
  const links = brokenLinks.map((finding) => `${renderFinding(finding, palette)}\n`).join('')
  if (outcome === 'refused') return `${links}${palette.error(refusal(report))}\n`
  if (outcome === 'planned') return files.map(({ patch }) => renderPatch(patch, palette)).join('')
  const lines = files.map((file) => `${renderFileLine(file, palette)}\n`)
  return `${links}${(lines.length > 0 ? lines : ['nothing to change\n']).join('')}${notes.map((note) => `${escapeControls(note)}\n`).join('')}`
}

function refusal({ brokenLinks, repairsLinks }: ChangeReport): string {
  const links = brokenLinks.length === 1 ? '1 link' : `${brokenLinks.length} links`
  const repair = repairsLinks ? '' : '`--fix-links` repairs those whose item stays, '
  return `${links} would break; nothing was written (${repair}\`--force\` lets them break)`
}
