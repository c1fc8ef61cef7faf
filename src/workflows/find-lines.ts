import type { Diagnostic } from '../diagnostic.ts'
import type { FileTree } from '../ports.ts'
import type { Finding } from '../reporters/check-report.ts'
import { type LineIndex, readLineIndex } from '../text/line-index.ts'

/** Gives each finding the line that it begins on. */
export function findLines(diagnostics: readonly Diagnostic[], tree: FileTree): Finding[] {
  const texts = new Map<string, { readonly text: string; readonly lines: LineIndex }>()
  return diagnostics.map((diagnostic) => {
    const { file, start } = diagnostic
    let known = texts.get(file)
    if (known === undefined) {
      // Findings of a file that is no UTF-8 are shown too: what is broken in it is replaced.
      const text = new TextDecoder().decode(tree.read(file))
      known = { text, lines: readLineIndex(text) }
      texts.set(file, known)
    }
    const from = known.lines.starts[start.line - 1] ?? known.text.length
    const to = known.lines.starts[start.line] ?? known.text.length
    return { diagnostic, line: withoutEnd(known.text.slice(from, to)) }
  })
}

/** A line ends at LF, CRLF or a lone CR. */
function withoutEnd(line: string): string {
  const end = line.endsWith('\r\n') ? 2 : line.endsWith('\n') || line.endsWith('\r') ? 1 : 0
  return line.slice(0, line.length - end)
}
