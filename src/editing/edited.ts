import type { Document } from '../document/document.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { isSameOutline, type Outline, readLooseBlocks, readOutlines } from './outline.ts'

/** One step of editing a document: what it changes, and what the document must then show. */
export interface Edited {
  readonly edits: readonly TextEdit[]
  readonly promise: readonly Outline[]
}

/** Parses a text as the documents of a plan are parsed. */
export type Parse = (text: string) => Document

/**
 * Chooses the first way of making a change that keeps its promise.
 *
 * Ways are tried because of blank lines: what authors leave out by habit is now and then needed for
 * the text around to keep its meaning. Where no way keeps the promise, the first is given, and the
 * verification of the plan says what goes wrong. A way that is the only one is not tried.
 */
export function chooseEdits(
  document: Document,
  ways: readonly (readonly TextEdit[])[],
  promise: readonly Outline[],
  parse: Parse,
): Edited {
  const [first = [], second] = ways
  if (second === undefined) return { edits: first, promise }
  return findEdits(document, ways, promise, parse) ?? { edits: first, promise }
}

/** Finds the first way of making a change that keeps its promise. */
export function findEdits(
  document: Document,
  ways: readonly (readonly TextEdit[])[],
  promise: readonly Outline[],
  parse: Parse,
): Edited | undefined {
  const loose = readLooseBlocks(document).join('\n')
  const kept = ways.find((edits) => {
    const edited = parse(applyEdits(document.source.text, edits))
    return (
      isSameOutline(promise, readOutlines(edited)) && readLooseBlocks(edited).join('\n') === loose
    )
  })
  return kept === undefined ? undefined : { edits: kept, promise }
}
