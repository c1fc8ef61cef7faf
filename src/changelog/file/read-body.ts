import type { Document } from '../../document/document.ts'
import { nodeSpan } from '../../document/node-span.ts'
import { countBlankLines } from '../../editing/blank-lines.ts'
import type { Parse } from '../../editing/edited.ts'
import { lineStart } from '../../text/line-index.ts'

/**
 * Reads a document without the definitions that it ends in.
 *
 * To a parser they are text of the last section; to people they stand below all of them, so that nothing
 * is put behind them. Offsets are those of the whole document.
 */
export function readBody(document: Document, parse: Parse): Document {
  const { root, source } = document
  const last = root.children.findLastIndex(({ type }) => type !== 'definition')
  const first = root.children[last + 1]
  if (first === undefined) return document
  const start = lineStart(source.lines, nodeSpan(first).start)
  // Right behind other text, what is put before them would make them a part of it.
  return countBlankLines(source, start) === 0 ? document : parse(source.text.slice(0, start))
}
