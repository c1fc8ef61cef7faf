import { BASELINE_FILE } from '../links/baseline-file.ts'
import type { LinkChanges } from '../links/check-documents.ts'
import { countOf } from './count-of.ts'
import type { Palette } from './palette.ts'
import { renderFileLine, renderPatch } from './render-file.ts'
import { renderFinding } from './render-finding.ts'
import type { BaselineReport, CheckReport } from './check-report.ts'

/** Renders findings with their source, and a last line that counts. */
export function renderCheck(report: CheckReport, palette: Palette): string {
  const { fixes } = report
  if (fixes?.outcome === 'planned')
    return fixes.files.map(({ patch }) => renderPatch(patch, palette)).join('')
  const blocks = report.findings.map((finding) => `${renderFinding(finding, palette)}\n`)
  const known = report.baseline === undefined ? '' : `${renderBaseline(report.baseline)}\n`
  return `${blocks.join('')}${renderFixes(report, palette)}${renderCounts(report, palette)}\n${known}`
}

function renderFixes({ fixes }: CheckReport, palette: Palette): string {
  if (fixes === undefined) return ''
  const lines = fixes.files.map((file) => `${renderFileLine(file, palette)}\n`)
  if (lines.length === 0) return 'nothing to fix\n'
  return `${lines.join('')}${countOf(fixes.count, 'finding')} fixed\n`
}

function renderCounts({ counts, base, baseline }: CheckReport, palette: Palette): string {
  const isComparing = counts.since !== undefined || (baseline?.known ?? 0) > 0
  const found = SEVERITIES.flatMap((severity) => {
    const count = counts[`${severity}s`]
    return count === 0 ? [] : [palette[severity](countOf(count, severity))]
  })
  const verdict =
    found.length === 0
      ? palette.added(isComparing ? 'no new findings' : 'no findings')
      : found.join(', ')
  const rest = [
    `${counts.checked} checked`,
    ...(counts.notChecked === 0 ? [] : [`${counts.notChecked} on the web not checked`]),
    ...(counts.unknown === 0 ? [] : [`${counts.unknown} unknown`]),
    ...(counts.ignored === 0 ? [] : [`${countOf(counts.ignored, 'finding')} ignored`]),
  ]
  const size = `${countOf(counts.documents, 'document')}, ${countOf(counts.links, 'link')}`
  const line = `${verdict} in ${size} (${rest.join(', ')})`
  const { since } = counts
  return since === undefined ? line : `${line}\nsince ${base ?? ''}: ${renderChanges(since)}`
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

function renderChanges({ intact, broken, retargeted, revived, known }: LinkChanges): string {
  return [
    `${countOf(intact, 'link')} intact`,
    ...(broken === 0 ? [] : [`${broken} broken`]),
    ...(retargeted === 0 ? [] : [`${retargeted} retargeted`]),
    ...(revived === 0 ? [] : [`${revived} alive again`]),
    ...(known === 0 ? [] : [`${countOf(known, 'finding')} known before`]),
  ].join(', ')
}

const SEVERITIES = ['error', 'warning', 'hint'] as const
