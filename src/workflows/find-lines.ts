import type { Diagnostic } from '../diagnostic.ts'
import { memoize } from '../links/memoize.ts'
import type { FileTree } from '../ports.ts'
import type { Finding, PlacedEdit } from '../reporters/check-report.ts'
import { type LineIndex, pointAt, readLineIndex } from '../text/line-index.ts'

/** Gives each finding the lines that it, and the edits of its fix, begin and end on. */
export function findLines(diagnostics: readonly Diagnostic[], tree: FileTree): Finding[] {
  const textOf = memoize((file: string): Text => {
    // Findings of a file that is no UTF-8 are shown too: what is broken in it is replaced.
    const text = new TextDecoder().decode(tree.read(file))
    return { text, lines: readLineIndex(text) }
  })
  return diagnostics.map((diagnostic) => {
    const { file, start, end, fix } = diagnostic
    const edits = fix && placeEdits(fix.edits, textOf(fix.file ?? file))
    return {
      diagnostic,
      ...linesBetween(start.line, end.line, textOf(file)),
      ...(edits && { edits }),
    }
  })
}

interface Text {
  readonly text: string
  readonly lines: LineIndex
}

function placeEdits(
  edits: NonNullable<Diagnostic['fix']>['edits'],
  text: Text,
): readonly PlacedEdit[] {
  return edits.map((edit) => {
    const start = pointAt(text.lines, edit.start)
    const end = pointAt(text.lines, edit.end)
    return { start, end, text: edit.text, ...linesBetween(start.line, end.line, text) }
  })
}

function linesBetween(first: number, last: number, text: Text): Pick<Finding, 'line' | 'lastLine'> {
  const line = lineOf(first, text)
  return first === last ? { line } : { line, lastLine: lineOf(last, text) }
}

function lineOf(line: number, { text, lines }: Text): string {
  const from = lines.starts[line - 1] ?? text.length
  const to = lines.starts[line] ?? text.length
  return withoutEnd(text.slice(from, to))
}

/** A line ends at LF, CRLF or a lone CR. */
function withoutEnd(line: string): string {
  const end = line.endsWith('\r\n') ? 2 : line.endsWith('\n') || line.endsWith('\r') ? 1 : 0
  return line.slice(0, line.length - end)
}
