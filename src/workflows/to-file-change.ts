import type { PlannedFile } from '../plans/plan-result.ts'
import type { FileChange } from '../ports.ts'
import { renderSourceText } from '../text/source-text.ts'

/** Gives the bytes that a plan writes for a document, and those that it was made from. */
export function toFileChange({ file, before, after }: PlannedFile): FileChange {
  const bytes = renderSourceText(after)
  return before === undefined
    ? { path: file, after: bytes }
    : { path: file, before: renderSourceText(before), after: bytes }
}
