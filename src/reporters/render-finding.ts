import type { Finding } from './check-report.ts'
import { escapeControls } from './escape-controls.ts'
import type { Palette } from './palette.ts'
import { renderFrame } from './render-frame.ts'

/** Renders one finding: place, message, the line with carets under the characters, the next step. */
export function renderFinding(finding: Finding, palette: Palette): string {
  const { code, severity, message, file, start, help } = finding.diagnostic
  const place = palette.strong(`${escapeControls(file)}:${start.line}:${start.column}`)
  const head = `${place} ${palette[severity](severity)} ${escapeControls(message)} ${palette.faint(code)}\n`
  const hint = help === undefined ? '' : `  ${palette.hint('help:')} ${escapeControls(help)}\n`
  return `${head}${renderFrame(finding, palette)}${hint}`
}
