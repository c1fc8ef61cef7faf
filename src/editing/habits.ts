import type { Nodes, RootContent } from 'mdast'
import type { Document } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { lineStart } from '../text/line-index.ts'
import { countBlankLines } from './blank-lines.ts'

/** Counts the blank lines that a document's authors put before headings; 1 where it has no example. */
export function blankLinesBeforeHeadings(document: Document): number {
  return (
    habit(document, (before, block) => block.type === 'heading' && before.type !== 'heading') ?? 1
  )
}

/** Counts the blank lines that stand between a block of a kind and a list behind it. */
export function blankLinesBeforeLists(document: Document, before: Nodes['type']): number {
  return (
    habit(document, (block, list) => block.type === before && list.type === 'list') ??
    habit(
      document,
      (block, next) => before === 'heading' && block.type === before && next.type !== 'heading',
    ) ??
    1
  )
}

type Pair = (before: RootContent, block: RootContent) => boolean

/** The number of blank lines that most pairs of neighbouring blocks have between them. */
function habit({ root, source }: Document, isMeant: Pair): number | undefined {
  const counts = new Map<number, number>()
  root.children.forEach((block, index) => {
    const before = root.children[index - 1]
    if (before === undefined || !isMeant(before, block)) return
    const blank = countBlankLines(source, lineStart(source.lines, nodeSpan(block).start))
    counts.set(blank, (counts.get(blank) ?? 0) + 1)
  })
  const most = Math.max(0, ...counts.values())
  return [...counts].sort(([a], [b]) => a - b).find(([, count]) => count === most)?.[0]
}
