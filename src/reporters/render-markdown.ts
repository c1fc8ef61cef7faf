import type { CheckReport, Finding } from './check-report.ts'
import { countOf } from './count-of.ts'
import { countBytes } from './count-bytes.ts'
import { escapeMarkdown, escapeMarkdownCode, escapeMarkdownMessage } from './escape-markdown.ts'
import { plainPalette } from './palette.ts'
import { renderTotals } from './render-totals.ts'
import { takeWithin } from './take-within.ts'
import { tellFinding, tellPath } from './tell-finding.ts'
import { worstFirst } from './worst-first.ts'

/**
 * Renders findings as a table of Markdown, the worst first.
 *
 * @param bytes How long it may be; what does not fit is counted. Empty where nothing fits.
 */
export function renderMarkdown(report: CheckReport, bytes: number): string {
  const totals = renderTotals(report, plainPalette).split('\n').map(escapeMarkdown)
  const head = `### crossoff\n\n${totals.join('<br>\n')}\n`
  const rows = worstFirst(report.findings).map(renderRow)
  const room = bytes - countBytes(`${head}${TABLE}${renderRest(rows.length)}`)
  if (room < 0) return ''
  if (rows.length === 0) return head
  const { pieces, left } = takeWithin(rows, { bytes: room })
  const table = pieces.length === 0 ? '' : `${TABLE}${pieces.join('')}`
  return `${head}${table}${renderRest(left)}`
}

const TABLE = '\n| | place | finding | rule |\n| --- | --- | --- | --- |\n'

function renderRow({ diagnostic }: Finding): string {
  const { severity, file, start, code } = diagnostic
  const place = escapeMarkdownCode(`${tellPath(file)}:${start.line}:${start.column}`)
  const message = escapeMarkdownMessage(tellFinding(diagnostic))
  return `| ${severity} | ${place} | ${message} | ${escapeMarkdownCode(code)} |\n`
}

function renderRest(left: number): string {
  return left === 0 ? '' : `\n${countOf(left, 'finding')} more not shown\n`
}
