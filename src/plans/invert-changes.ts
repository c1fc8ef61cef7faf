import { invertEdits } from '../text/text-edit.ts'
import type { Plan } from './plan.ts'
import type { PlannedFile } from './plan-result.ts'

/**
 * Gives the plan that takes changes back, byte for byte.
 *
 * Splices from the end of each document to its start, so that each finds its place untouched. A
 * document that the plan made is left empty.
 */
export function invertChanges(
  files: readonly Pick<PlannedFile, 'file' | 'before' | 'after' | 'edits'>[],
): Plan {
  const operations = files.flatMap(({ file, before, after, edits }) => {
    const hasMark = before?.hasBom ?? false
    const mark = { op: 'splice' as const, file, start: 0, end: 0, text: '', expect: '' }
    return [
      ...invertEdits(before?.text ?? '', edits)
        .reverse()
        .map(({ start, end, text }) => ({
          ...mark,
          start,
          end,
          text,
          expect: after.text.slice(start, end),
        })),
      ...(hasMark === after.hasBom ? [] : [{ ...mark, bom: hasMark }]),
    ]
  })
  const [only, second] = files
  return only !== undefined && second === undefined
    ? {
        version: 1,
        file: only.file,
        operations: operations.map(({ file: _file, ...operation }) => operation),
      }
    : { version: 1, operations }
}
