import { parseDocument } from '../document/parse-document.ts'
import { findOutlineDifference, readLooseBlocks, readOutlines } from '../editing/outline.ts'
import { CrossoffError } from '../errors.ts'
import type { MarkdownEngine } from '../markdown/markdown-engine.ts'
import type { SourceText } from '../text/source-text.ts'

/**
 * Texts longer than this, in UTF-16 units, are verified by the reading engine alone: the reference
 * can take minutes for them.
 */
export const referenceLimit: number = 256 * 1024

/**
 * Verifies that both engines see the same items in a text that is about to be written.
 *
 * Throws `verification-failed` where they do not.
 *
 * @returns Whether the reference was asked.
 */
export function verifyDocument(
  file: string,
  source: SourceText,
  engine: MarkdownEngine,
  reference: MarkdownEngine,
): boolean {
  if (source.text.length > referenceLimit || engine.name === reference.name) return false
  const document = parseDocument(source, engine)
  const other = parseDocument(source, reference)
  const difference =
    findOutlineDifference(readOutlines(document), readOutlines(other)) ??
    (readLooseBlocks(document).join('\n') === readLooseBlocks(other).join('\n')
      ? undefined
      : 'they disagree on text outside of all items')
  if (difference === undefined) return true
  throw new CrossoffError(
    'verification-failed',
    `\`${file}\` would be read in two ways (${engine.name} and ${reference.name}): ${difference}`,
    { help: 'nothing was written; the place is on the edge of what Markdown defines, reword it' },
  )
}
