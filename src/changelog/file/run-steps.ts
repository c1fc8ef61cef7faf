import type { Document } from '../../document/document.ts'
import type { Edited, Parse } from '../../editing/edited.ts'
import { requirePromise } from '../../plans/require-promise.ts'
import { composeEdits } from '../../text/compose-edits.ts'
import { applyEdits, type TextEdit } from '../../text/text-edit.ts'
import type { Changelog } from './changelog.ts'
import { readBody } from './read-body.ts'
import { readChangelog } from './read-changelog.ts'

/** One step of editing a changelog. */
export interface Step {
  /** Whether it sees the definitions at the end of the file. */
  readonly sees: 'body' | 'whole'
  /** Gives the edits; `undefined` where there is nothing to do. */
  readonly take: (changelog: Changelog) => Edited | undefined
}

/**
 * Takes steps, each on what those before have made, and each must show what it promised, and no more.
 *
 * Throws a `CrossoffError`, `verification-failed`, where one does not.
 *
 * @returns Edits of the document as it was.
 */
export function runSteps(
  document: Document,
  steps: readonly Step[],
  parse: Parse,
  file: string,
): TextEdit[] {
  let edits: TextEdit[] = []
  let current = document
  for (const { sees, take } of steps) {
    const view = (whole: Document): Document => (sees === 'whole' ? whole : readBody(whole, parse))
    const seen = view(current)
    const edited = take(readChangelog(seen))
    if (edited === undefined) continue
    const next = parse(applyEdits(current.source.text, edited.edits))
    requirePromise(file, seen, view(next), edited.promise)
    edits = composeEdits(edits, edited.edits, document.source.text.length)
    current = next
  }
  return edits
}
