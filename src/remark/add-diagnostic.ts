import type { Diagnostic } from '../diagnostic.ts'
import { applyEdits } from '../text/text-edit.ts'
import type { MarkdownFile } from './markdown-file.ts'

/** What all messages say that they come from. */
export const SOURCE = 'crossoff'

/** Adds a finding to the messages of its file. */
export function addDiagnostic(diagnostic: Diagnostic, file: MarkdownFile): void {
  const { severity, code, start, end, help } = diagnostic
  const place = { start, end }
  const message = file.message(diagnostic.message, { source: SOURCE, ruleId: code, place })
  message.fatal = severity === 'hint' ? undefined : severity === 'error'
  if (help !== undefined) message.note = help
  const mended = mend(diagnostic, file)
  if (mended === undefined) return
  message.actual = mended.actual
  message.expected = [mended.expected]
}

/** What stands at the place, and what a fix makes of it; editors put the one in the place of the other. */
function mend(
  { fix, file: name, start, end }: Diagnostic,
  file: MarkdownFile,
): { readonly actual: string; readonly expected: string } | undefined {
  if (fix === undefined || (fix.file ?? name) !== name) return undefined
  const isWithin = fix.edits.every((edit) => edit.start >= start.offset && edit.end <= end.offset)
  if (!isWithin) return undefined
  const actual = textOf(file).slice(start.offset, end.offset)
  const edits = fix.edits.map((edit) => ({
    ...edit,
    start: edit.start - start.offset,
    end: edit.end - start.offset,
  }))
  return { actual, expected: applyEdits(actual, edits) }
}

/** The text as offsets count: without a byte order mark. */
function textOf({ value = '' }: MarkdownFile): string {
  return typeof value === 'string' ? value.replace(/^\uFEFF/u, '') : new TextDecoder().decode(value)
}
