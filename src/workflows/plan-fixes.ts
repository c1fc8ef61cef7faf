import type { Diagnostic } from '../diagnostic.ts'
import { groupBy } from '../group-by.ts'
import type { Operation } from '../plans/plan.ts'
import type { PlannedFile } from '../plans/plan-result.ts'
import { parseSourceText } from '../text/source-text.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { planResult } from './plan-change.ts'
import type { Ports } from './ports.ts'

/** What fixes make of documents; nothing is written yet. */
export interface PlannedFixes {
  /** How many findings they mend. */
  readonly count: number
  readonly files: readonly PlannedFile[]
}

/**
 * Works out what the fixes of findings make of the documents, all or nothing.
 *
 * Of fixes that overlap the first counts; the others can be made when it is done.
 */
export async function planFixes(
  diagnostics: readonly Diagnostic[],
  ports: Ports,
): Promise<PlannedFixes> {
  const fixed = groupBy(
    diagnostics.filter(({ fix }) => fix !== undefined),
    ({ file, fix }) => fix?.file ?? file,
  )
  const operations: Operation[] = []
  let count = 0
  for (const [file, found] of fixed) {
    const fixes = selectFixes(found)
    count += found.filter((each) => fixes.has(nameFix(each))).length
    operations.push(toSplice(file, [...fixes.values()].flat(), ports))
  }
  if (operations.length === 0) return { count, files: [] }
  const { files } = await planResult({ plan: { version: 1, operations }, file: '' }, ports)
  return { count, files }
}

/** The edits of each fix that begins behind the one before; what several findings ask for, once. */
function selectFixes(diagnostics: readonly Diagnostic[]): Map<string, readonly TextEdit[]> {
  const fixes = diagnostics
    .map((each) => [nameFix(each), editsOf(each)] as const)
    .sort(([, a], [, b]) => startOf(a) - startOf(b))
  let end = 0
  const chosen = new Map<string, readonly TextEdit[]>()
  for (const [name, edits] of fixes) {
    if (startOf(edits) < end || chosen.has(name)) continue
    chosen.set(name, edits)
    end = edits.at(-1)?.end ?? end
  }
  return chosen
}

function nameFix(diagnostic: Diagnostic): string {
  return JSON.stringify(editsOf(diagnostic))
}

function editsOf({ fix }: Diagnostic): TextEdit[] {
  return (fix?.edits ?? []).toSorted((a, b) => a.start - b.start)
}

function startOf([first]: readonly TextEdit[]): number {
  return first?.start ?? 0
}

/** A document is parsed for each operation of a plan, so all of its edits are one. */
function toSplice(file: string, edits: readonly TextEdit[], { tree }: Ports): Operation {
  const { text } = parseSourceText(tree.read(file) ?? new Uint8Array(), file)
  const start = startOf(edits)
  const end = edits.at(-1)?.end ?? start
  const own = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }))
  const expect = text.slice(start, end)
  return { op: 'splice', file, start, end, text: applyEdits(expect, own), expect }
}
