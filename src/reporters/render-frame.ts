import { escapeControls } from './escape-controls.ts'
import { measureText } from './measure-text.ts'
import type { Palette } from './palette.ts'
import type { Finding } from './check-report.ts'

const TAB = '    '

/** A line longer than this is cut around the finding. */
const WIDEST = 160

/**
 * Renders the line of a finding with carets under its exact characters.
 *
 * ```text
 *   12 | see [the blog](https://example.org/a#b)
 *      |                ^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * A finding that goes on over more lines is marked to the end of its first.
 */
export function renderFrame({ diagnostic, line }: Finding, palette: Palette): string {
  const { start, end } = diagnostic
  const from = Math.min(start.column - 1, line.length)
  const to = end.line === start.line ? Math.min(end.column - 1, line.length) : line.length
  const { left, right } = cut(line, from, to)
  const before = show(`${left > 0 ? '…' : ''}${line.slice(left, from)}`)
  const marked = show(line.slice(from, Math.min(to, right)))
  const after = show(`${line.slice(Math.min(to, right), right)}${right < line.length ? '…' : ''}`)
  const number = String(start.line)
  const carets = '^'.repeat(Math.max(1, measureText(marked)))
  const color = palette[diagnostic.severity]
  const gutter = palette.faint(`  ${' '.repeat(number.length)} |`)
  return [
    `${palette.faint(`  ${number} |`)} ${before}${color(marked)}${after}\n`,
    `${gutter} ${' '.repeat(measureText(before))}${color(carets)}\n`,
  ].join('')
}

/** A tab is as wide as a terminal makes it, so it is shown as spaces: above and below alike. */
function show(text: string): string {
  return escapeControls(text.replaceAll('\t', TAB))
}

function cut(
  line: string,
  from: number,
  to: number,
): { readonly left: number; readonly right: number } {
  if (line.length <= WIDEST) return { left: 0, right: line.length }
  const left = Math.max(0, Math.min(from, line.length - WIDEST) - 40)
  return {
    left: snap(line, left),
    right: snap(line, Math.min(line.length, Math.max(left + WIDEST, Math.min(to, from + WIDEST)))),
  }
}

/** Half of a surrogate pair is no character. */
function snap(line: string, offset: number): number {
  const unit = line.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset
}
