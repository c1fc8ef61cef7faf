import type { LinkCounts } from '../links/check-documents.ts'
import { escapeControls } from './escape-controls.ts'
import type { Palette } from './palette.ts'
import { renderFrame } from './render-frame.ts'
import type { CheckReport, Finding } from './report.ts'

/** Renders findings with their source, and a last line that counts. */
export function renderCheck({ findings, counts }: CheckReport, palette: Palette): string {
  const blocks = findings.map((finding) => `${renderFinding(finding, palette)}\n`)
  return `${blocks.join('')}${renderCounts(counts, palette)}\n`
}

/** Renders one finding: place, message, the line with carets under the characters, the next step. */
export function renderFinding(finding: Finding, palette: Palette): string {
  const { code, severity, message, file, start, help } = finding.diagnostic
  const place = palette.strong(`${escapeControls(file)}:${start.line}:${start.column}`)
  const head = `${place} ${palette[severity](severity)} ${escapeControls(message)} ${palette.faint(code)}\n`
  const hint = help === undefined ? '' : `  ${palette.hint('help:')} ${escapeControls(help)}\n`
  return `${head}${renderFrame(finding, palette)}${hint}`
}

function renderCounts(counts: LinkCounts, palette: Palette): string {
  const found = SEVERITIES.flatMap((severity) => {
    const count = counts[`${severity}s`]
    return count === 0 ? [] : [palette[severity](countOf(count, severity))]
  })
  const verdict = found.length === 0 ? palette.added('no findings') : found.join(', ')
  const rest = [
    `${counts.checked} checked`,
    ...(counts.notChecked === 0 ? [] : [`${counts.notChecked} on the web not checked`]),
    ...(counts.unknown === 0 ? [] : [`${counts.unknown} unknown`]),
    ...(counts.ignored === 0 ? [] : [`${countOf(counts.ignored, 'finding')} ignored`]),
  ]
  const size = `${countOf(counts.documents, 'document')}, ${countOf(counts.links, 'link')}`
  return `${verdict} in ${size} (${rest.join(', ')})`
}

const SEVERITIES = ['error', 'warning', 'hint'] as const

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
