import type { Matching } from '../matching/pairing.ts'
import type { Change } from './change.ts'
import { diffForests } from './diff-forests.ts'

/**
 * Tells what happened to the items between two revisions of a document, as a reader would say it.
 *
 * ```ts
 * const changes = diffItems(matchDocuments(parseDocument(before, engine), parseDocument(after, engine)))
 * changes[0].change // 'renamed'
 * ```
 *
 * @returns In the order of the new revision; what was dropped stands where it stood.
 */
export function diffItems(matching: Matching): Change[] {
  return diffForests(matching).map(({ old: _old, new: _new, ...change }) => change)
}
