import type { Diagnostic } from '../diagnostic.ts'

/** Orders diagnostics: by document, place and code; those that are equal by that stay as they are. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  if (a.start.offset !== b.start.offset) return a.start.offset - b.start.offset
  if (a.code === b.code) return 0
  return a.code < b.code ? -1 : 1
}
