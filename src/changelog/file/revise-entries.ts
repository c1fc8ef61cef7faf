import { contentColumn, readBulletLayout } from '../../editing/bullet-layout.ts'
import { lineEndAt } from '../../editing/blank-lines.ts'
import type { Edited, Parse } from '../../editing/edited.ts'
import { type Outline, readOutlines } from '../../editing/outline.ts'
import { rewriteOutline } from '../../editing/outline-tree.ts'
import type { TextEdit } from '../../text/text-edit.ts'
import type { Changelog } from './changelog.ts'
import { layOutEntry, readEntryWidth } from './entry-lines.ts'
import type { Recognized } from './recognized.ts'
import type { EntryText } from './entry-text.ts'

/** An entry of the changelog that is to be worded anew. */
export interface Revision extends Recognized {
  readonly text: EntryText
}

/** Gives entries their new wording; what else stands in their bullets stays. */
export function reviseEntries(
  { document }: Changelog,
  revisions: readonly Revision[],
  parse: Parse,
): Edited {
  const width = readEntryWidth(document, parse)
  const edits: TextEdit[] = []
  let promise: readonly Outline[] = readOutlines(document)
  for (const { bullet, text } of revisions) {
    const column = contentColumn(readBulletLayout(document, bullet.item))
    const { lines, outline } = layOutEntry(text, width && width - column, parse)
    const eol = lineEndAt(document.source, bullet.wordingSpan.start)
    edits.push({ ...bullet.wordingSpan, text: lines.join(eol + ' '.repeat(column)) })
    promise = rewriteOutline(promise, bullet.item, (before) => [
      {
        ...before,
        title: outline.title,
        own: [...outline.own, ...before.own.slice(bullet.wordingBlocks)],
      },
    ])
  }
  return { edits, promise }
}
