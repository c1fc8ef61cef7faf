import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { CrossoffError } from '../errors.ts'
import { nextLineStart } from '../text/line-index.ts'
import type { TextEdit } from '../text/text-edit.ts'
import { blankLinesBehind, leaveBlankLines } from './blank-lines.ts'
import { chooseEdits, type Edited, type Parse } from './edited.ts'
import type { Layout } from './layout.ts'
import { type Outline, readOutlines } from './outline.ts'
import { flattenSections, nestSections, rewriteOutline } from './outline-tree.ts'
import { itemLineStart } from './removal.ts'
import { removeItem } from './remove-item.ts'

/**
 * Takes the title of a section or a label out of a document; what stood below it stays where it is.
 *
 * What a heading held falls to the section before it, what a label held to the section around it.
 */
export function releaseChildren(
  document: Document,
  item: Item,
  parse: Parse,
  layout: Layout = {},
): Edited {
  const { source } = document
  const start = itemLineStart(document, item)
  const end = nextLineStart(source.lines, Math.max(start, titleEnd(document, item) - 1))
  const behind = blankLinesBehind(source, end)
  if (behind === source.text.length) return removeItem(document, item, parse)
  const leave = (count: number): TextEdit => leaveBlankLines(source, { start, end }, count)
  const ways =
    layout.left === undefined
      ? [[{ start, end: behind, text: '' }], [leave(0)], [leave(1)]]
      : [[leave(layout.left)]]
  return chooseEdits(document, ways, promise(document, item), parse)
}

function titleEnd(document: Document, item: Item): number {
  const syntax = document.syntax.get(item)
  if (syntax?.kind === 'section') return nodeSpan(syntax.heading).end
  if (syntax?.kind === 'label') return nodeSpan(syntax.paragraph).end
  throw new CrossoffError(
    'operation-refused',
    `what stands below the bullet \`${item.title}\` cannot stay without it`,
    { help: 'promote its children first' },
  )
}

function promise(document: Document, item: Item): Outline[] {
  const outlines = readOutlines(document)
  if (item.kind === 'label') return rewriteOutline(outlines, item, ({ children }) => children)
  const flat = flattenSections(outlines)
  const at = flat.findIndex(({ from }) => from === item)
  const section = flat[at]
  const heir = flat.findLastIndex(({ kind }, index) => kind === 'section' && index < at)
  if (section === undefined) return outlines
  if (heir === -1 && section.own.length > 0) {
    throw new CrossoffError(
      'operation-refused',
      `no section stands before \`${item.title}\` that its text could fall to`,
      { help: 'drop it with its text, or put a heading before it first' },
    )
  }
  return nestSections(
    flat.flatMap((outline, index) => {
      if (index === at) return section.children
      return index === heir ? [{ ...outline, own: [...outline.own, ...section.own] }] : [outline]
    }),
  )
}
