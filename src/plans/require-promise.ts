import type { Document } from '../document/document.ts'
import {
  findOutlineDifference,
  type Outline,
  readLooseBlocks,
  readOutlines,
} from '../editing/outline.ts'
import { CrossoffError } from '../errors.ts'

/**
 * Throws `verification-failed` where a document, after an operation, does not show just what the
 * operation promised.
 *
 * @returns The outlines that it shows.
 */
export function requirePromise(
  file: string,
  before: Document,
  after: Document,
  promise: readonly Outline[],
): Outline[] {
  const outlines = readOutlines(after)
  const difference =
    findOutlineDifference(promise, outlines) ??
    (readLooseBlocks(before).join('\n') === readLooseBlocks(after).join('\n')
      ? undefined
      : 'text outside of all items would change its meaning')
  if (difference === undefined) return outlines
  throw new CrossoffError(
    'verification-failed',
    `the change of \`${file}\` would change more than it should: ${difference}`,
    {
      help: 'nothing was written; change the place by hand, or with `splice` in a plan',
    },
  )
}
