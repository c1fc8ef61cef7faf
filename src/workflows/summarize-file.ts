import type { PlannedFile } from '../plans/plan-result.ts'
import type { FileSummary } from '../reporters/file-summary.ts'
import type { SourceText } from '../text/source-text.ts'
import { renderPatch } from './render-patch.ts'

/** Shows what a plan does to a document, as a unified diff. */
export async function summarizeFile({ file, before, after }: PlannedFile): Promise<FileSummary> {
  return { file, ...(await renderPatch(file, before && textWithBom(before), textWithBom(after))) }
}

/** Gives a text as it is printed, and as `git apply` compares it: it begins as the file does. */
export function textWithBom({ hasBom, text }: SourceText): string {
  return hasBom ? `\uFEFF${text}` : text
}
