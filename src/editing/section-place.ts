import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { lineStart } from '../text/line-index.ts'
import { blankLinesBehind, countBlankLines } from './blank-lines.ts'
import { blankLinesBeforeHeadings, blankLinesBeforeLists } from './habits.ts'
import type { Gap } from './insertion.ts'
import { itemLineStart } from './removal.ts'

/** Where lines are to be put in, and the blank lines that they need around them. */
export interface LinePlace {
  /** Start of the line that the lines are put before; the text's length at the end of a file. */
  readonly at: number
  readonly gap: Gap
}

/** The place right before a section. */
export function placeBeforeSection(document: Document, section: Item): LinePlace {
  return placeAt(document, itemLineStart(document, section))
}

/** The place right before a bullet or a label, for a heading that takes it and what follows. */
export function placeBeforeList(document: Document, item: Item): LinePlace {
  const at = itemLineStart(document, item)
  const before = countBlankLines(document.source, at)
  return {
    at,
    gap: {
      before: at === 0 ? 0 : Math.max(0, blankLinesBeforeHeadings(document) - before),
      behind: blankLinesBeforeLists(document, 'heading'),
    },
  }
}

/** The place right behind all of a section; `undefined` for the end of the document. */
export function placeBehindSection(document: Document, section: Item | undefined): LinePlace {
  const at = section === undefined ? undefined : nextHeading(document, section, section.level)
  return placeAt(document, at ?? document.source.text.length)
}

/** The place behind a section's own text, before the first section below it. */
export function placeBehindOwnText(document: Document, section: Item): LinePlace {
  return placeAt(document, nextHeading(document, section, DEEPEST) ?? document.source.text.length)
}

const DEEPEST = 6

/** Where the line of the next heading of a level or a higher one begins. */
function nextHeading(
  { root, source, syntax }: Document,
  section: Item,
  level: number,
): number | undefined {
  const nodes = syntax.get(section)
  if (nodes?.kind !== 'section') return undefined
  const next = root.children
    .slice(root.children.indexOf(nodes.heading) + 1)
    .find((block) => block.type === 'heading' && block.depth <= level)
  return next === undefined ? undefined : lineStart(source.lines, nodeSpan(next).start)
}

function placeAt(document: Document, at: number): LinePlace {
  const { source, root } = document
  const usual = blankLinesBeforeHeadings(document)
  const isEnd = blankLinesBehind(source, at) === source.text.length
  if (isEnd) return { at: source.text.length, gap: { before: usual, behind: 0 } }
  const before = root.children.findLast((block) => nodeSpan(block).end <= at)
  const isSeparate = before === undefined || before.type === 'heading'
  return {
    at,
    gap: {
      before: isSeparate ? 0 : Math.max(0, usual - countBlankLines(source, at)),
      behind: usual,
    },
  }
}
