import type { LinkReport } from '../../src/links/check-documents.ts'

/** Renders a report as text, a finding a line, for comparison. */
export function renderReport({ diagnostics, counts }: LinkReport): string {
  const lines = diagnostics.map(({ file, start, end, severity, code, message, help, fix }) => {
    const place = `${file}:${start.line}:${start.column}-${end.line}:${end.column}`
    const edits = fix?.edits.map(({ text }) => text).join(', ')
    return [`${place} ${severity} ${code}: ${message}`, help, edits && `fix: ${edits}`]
      .filter((part) => part !== undefined)
      .join('\n  ')
  })
  return [...lines, JSON.stringify(counts), ''].join('\n')
}
