import { version } from '../version.ts'
import type { Finding, PlacedEdit } from './check-report.ts'
import { countBytes } from './count-bytes.ts'
import { hostSeverities } from './host-severities.ts'
import type { Reporter } from './reporter.ts'
import { tellFinding, tellPath } from './tell-finding.ts'

/** The Reviewdog Diagnostic Format, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. */
export const rdjson: Reporter = {
  explanation:
    'For `reviewdog -f=rdjson`. Columns count bytes of UTF-8. A fix that is one edit of the document itself is a suggestion, which a reviewer can accept.',
  render: ({ findings }) => {
    const source = { name: `crossoff ${version}` }
    return `${JSON.stringify({ source, diagnostics: findings.map(toDiagnostic) }, undefined, 2)}\n`
  },
}

function toDiagnostic({ diagnostic, line, lastLine, edits }: Finding): object {
  const { code, severity, file, start, end, fix } = diagnostic
  const [edit, second] = fix?.file === undefined || fix.file === file ? (edits ?? []) : []
  const place = lastLine === undefined ? { start, end, line } : { start, end, line, lastLine }
  return {
    message: tellFinding(diagnostic),
    location: { path: tellPath(file), range: toRange(place) },
    severity: hostSeverities.rdjson[severity],
    code: { value: code },
    // Suggestions are accepted one by one, and a fix is all of its edits.
    ...(edit && second === undefined && { suggestions: [toSuggestion(edit)] }),
  }
}

function toSuggestion(edit: PlacedEdit): object {
  return { range: toRange(edit), text: edit.text.toWellFormed() }
}

function toRange({ start, end, line, lastLine = line }: Omit<PlacedEdit, 'text'>): object {
  return {
    start: { line: start.line, column: byteColumn(line, start.column) },
    end: { line: end.line, column: byteColumn(lastLine, end.column) },
  }
}

/** A column of UTF-16 units as one of bytes; both begin at 1. */
function byteColumn(line: string, column: number): number {
  return countBytes(line.slice(0, column - 1)) + 1
}
