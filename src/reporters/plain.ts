import type { Finding } from './check-report.ts'
import type { FileSummary } from './file-summary.ts'

/** What the machine form says of a document that changes. */
export function toPlainFile({ file, added, removed }: FileSummary): object {
  return { file, added, removed }
}

/** What the machine form says of a finding. */
export function toPlainFinding({ diagnostic }: Finding): object {
  const { code, severity, message, file, start, end, help, fix } = diagnostic
  return { code, severity, message, file, start, end, help, fix }
}

/** What the machine form says of notes: nothing where there are none. */
export function withNotes(notes: readonly string[]): object {
  return notes.length === 0 ? {} : { notes }
}
