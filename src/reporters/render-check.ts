import { BASELINE_FILE } from '../links/baseline-file.ts'
import { countOf } from './count-of.ts'
import type { Palette } from './palette.ts'
import { renderFileLine, renderPatch } from './render-file.ts'
import { renderFinding } from './render-finding.ts'
import { renderTotals } from './render-totals.ts'
import type { BaselineReport, CheckReport } from './check-report.ts'

/** Renders findings with their source, and a last line that counts. */
export function renderCheck(report: CheckReport, palette: Palette): string {
  const { fixes } = report
  if (fixes?.outcome === 'planned')
    return fixes.files.map(({ patch }) => renderPatch(patch, palette)).join('')
  const blocks = report.findings.map((finding) => `${renderFinding(finding, palette)}\n`)
  const known = report.baseline === undefined ? '' : `${renderBaseline(report.baseline)}\n`
  return `${blocks.join('')}${renderFixes(report, palette)}${renderTotals(report, palette)}\n${known}`
}

function renderFixes({ fixes }: CheckReport, palette: Palette): string {
  if (fixes === undefined) return ''
  const lines = fixes.files.map((file) => `${renderFileLine(file, palette)}\n`)
  if (lines.length === 0) return 'nothing to fix\n'
  return `${lines.join('')}${countOf(fixes.count, 'finding')} fixed\n`
}

function renderBaseline({ outcome, known, mended }: BaselineReport): string {
  if (outcome === 'written') {
    const gone = mended === 0 ? '' : `, ${mended} left it`
    return `${countOf(known, 'finding')} in \`${BASELINE_FILE}\` now${gone}`
  }
  const gone =
    mended === 0
      ? ''
      : `, ${mended} more mended: take ${mended === 1 ? 'it' : 'them'} out with \`--write-baseline\``
  return `${countOf(known, 'finding')} known from \`${BASELINE_FILE}\`${gone}`
}
