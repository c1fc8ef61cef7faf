import type { Nodes, Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import { lineAt, lineStart, nextLineStart } from '../text/line-index.ts'
import type { SourceText } from '../text/source-text.ts'
import type { Span } from '../text/span.ts'
import { isIgnoreWord } from './ignore-words.ts'
import type { Ignore } from './page.ts'

/**
 * Reads the comments of a document that silence findings, in its order.
 *
 * ```md
 * <!-- crossoff-ignore-next link/missing-anchor, link/empty: the page is drawn by a script -->
 * <!-- crossoff-ignore-start -->
 * <!-- crossoff-ignore-end -->
 * <!-- crossoff-ignore-file link/missing-file -->
 * ```
 *
 * `next` covers the block that comes next, and where the comment ends a line of a longer block,
 * that block's next line.
 */
export function readIgnores(root: Root, source: SourceText): Ignore[] {
  if (!source.text.includes('crossoff-ignore')) return []
  const { blocks, comments } = readNodes(root, source.text)
  const ignores: Ignore[] = []
  const open: number[] = []
  for (const { word, codes, span } of comments) {
    if (word === 'end') {
      const index = open.pop()
      const started = index === undefined ? undefined : ignores[index]
      if (index === undefined || started === undefined) continue
      ignores[index] = { ...started, covers: { start: started.span.start, end: span.start } }
    } else if (word === 'next') {
      ignores.push({ scope: 'next', word, codes, span, covers: nextBlock(blocks, span, source) })
    } else if (!isIgnoreWord(word)) {
      const covers = { start: span.end, end: span.end }
      ignores.push({ scope: 'nothing', word, codes, span, covers })
    } else {
      // A start without an end holds to the end of the document.
      if (word === 'start') open.push(ignores.length)
      const start = word === 'file' ? 0 : span.start
      const covers = { start, end: source.text.length + 1 }
      ignores.push({ scope: word === 'file' ? 'file' : 'range', word, codes, span, covers })
    }
  }
  return ignores
}

interface Comment {
  readonly word: string
  readonly codes: readonly string[]
  readonly span: Span
}

function readNodes(root: Root, text: string): { blocks: Span[]; comments: Comment[] } {
  const blocks: Span[] = []
  const comments: Comment[] = []
  const stack: { node: Nodes; isInline: boolean }[] = [{ node: root, isInline: false }]
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, isInline } = entry
    const found = node.type === 'html' ? readComments(text, nodeSpan(node)) : []
    comments.push(...found)
    const isLeaf = !('children' in node) || HOLDS_TEXT.has(node.type)
    if (!isInline && isLeaf && !found.some(({ span }) => span.end >= nodeSpan(node).end)) {
      blocks.push(nodeSpan(node))
    }
    if (!('children' in node)) continue
    // A loop, for a document may have more blocks than a call can have arguments.
    for (const child of [...node.children].reverse()) {
      stack.push({ node: child, isInline: isInline || isLeaf })
    }
  }
  return { blocks, comments }
}

/** Blocks whose children are no blocks; a table is taken as one. */
const HOLDS_TEXT = new Set(['paragraph', 'heading', 'table'])

function readComments(text: string, span: Span): Comment[] {
  const comments: Comment[] = []
  let start = text.indexOf(OPENING, span.start)
  while (start !== -1 && start < span.end) {
    const end = text.indexOf(CLOSING, start)
    if (end === -1) break
    const match = DIRECTIVE.exec(text.slice(start + OPENING.length, end).trim())
    const comment = { start, end: end + CLOSING.length }
    if (match !== null) {
      const [, word = '', rest = ''] = match
      comments.push({ word, codes: readCodes(rest), span: comment })
    }
    start = text.indexOf(OPENING, comment.end)
  }
  return comments
}

const OPENING = '<!--'
const CLOSING = '-->'

/** "crossoff-ignore-next link/empty: why" */
const DIRECTIVE = /^crossoff-ignore(?:-([a-z-]*))?(?![a-z])([^]*)$/u

/** The codes before the reason, which a colon or any other word begins. */
function readCodes(rest: string): string[] {
  const codes: string[] = []
  for (const [word] of rest.matchAll(WORD)) {
    const isLast = word.endsWith(':')
    const code = isLast ? word.slice(0, -1) : word
    if (!CODE.test(code)) break
    codes.push(code)
    if (isLast) break
  }
  return codes
}

/** "link/empty:" */
const WORD = /[^\s,]+/gu

/** "link/missing-anchor" */
const CODE = /^[a-z]+\/[a-z\d-]+$/u

function nextBlock(blocks: readonly Span[], comment: Span, source: SourceText): Span {
  const line = lineAt(source.lines, comment.end)
  const around = blocks.find(({ start, end }) => start <= comment.start && end > comment.end)
  if (around !== undefined && lineAt(source.lines, around.end) > line) {
    const start = nextLineStart(source.lines, comment.end)
    return { start, end: nextLineStart(source.lines, start) }
  }
  const next = blocks.find(({ start }) => start >= comment.end)
  if (next === undefined) return { start: comment.end, end: comment.end }
  return { start: lineStart(source.lines, next.start), end: next.end }
}
