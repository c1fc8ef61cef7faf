import type { Nodes, Parents, Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import type { UndefinedReference } from './page.ts'

/**
 * Finds references that no definition answers, in document order.
 *
 * Only the full and the collapsed form count: `[text]` alone is prose far more often than a
 * reference. Where the brackets may be anything else, an index such as `a[i][j]`, a checkbox, a
 * footnote or a formula, there is no finding.
 */
export function readUndefinedReferences(root: Root, text: string): UndefinedReference[] {
  const found: UndefinedReference[] = []
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node) || NO_REFERENCES.has(node.type)) continue
    if (node.children.some((child) => child.type === 'text')) readBlock(node, text, found)
    // A loop, for a document may have more blocks than a call can have arguments.
    for (const child of [...node.children].reverse()) stack.push(child)
  }
  return found
}

/** A link's text holds no other link. */
const NO_REFERENCES = new Set(['link', 'linkReference'])

function readBlock(parent: Parents, text: string, found: UndefinedReference[]): void {
  const { start } = nodeSpan(parent)
  for (const child of parent.children) {
    if (child.type !== 'text') continue
    const span = nodeSpan(child)
    for (const match of text.slice(span.start, span.end).matchAll(SECOND_BRACKETS)) {
      const at = span.start + match.index
      const opening = findOpening(text, start, at)
      if (opening === undefined) continue
      const whole = { start: opening, end: at + match[0].length }
      const reference = toReference(text, whole, at, match[1] ?? '')
      if (reference !== undefined) found.push(reference)
    }
  }
}

/** "][label]" */
const SECOND_BRACKETS = /(?<!\\)\]\[([^[\]\\]*)\]/gu

/** The bracket that the one at an offset closes, in the same block. */
function findOpening(text: string, from: number, closing: number): number | undefined {
  const limit = Math.max(from, closing - LONGEST_TEXT)
  let depth = 0
  for (let at = closing; at >= limit; at--) {
    if (text[at - 1] === '\\') continue
    if (text[at] === ']') depth++
    else if (text[at] === '[' && --depth === 0) return at
  }
  return undefined
}

/** A link's text is no longer; the bound keeps the search linear. */
const LONGEST_TEXT = 500

function toReference(
  text: string,
  whole: { readonly start: number; readonly end: number },
  middle: number,
  second: string,
): UndefinedReference | undefined {
  const first = text.slice(whole.start + 1, middle)
  const isCollapsed = second === ''
  const label = isCollapsed ? first : second
  if (label.length > LONGEST_LABEL || !LABEL.test(label) || !WORD.test(label)) return undefined
  if (label.startsWith('.') || label.includes('::')) return undefined
  if (INDEX.test(first.trim()) && INDEX.test(label.trim())) return undefined
  if (BEFORE.test(text.slice(Math.max(0, whole.start - 2), whole.start))) return undefined
  if (AFTER.test(text.slice(whole.end, whole.end + 1))) return undefined
  const start = isCollapsed ? whole.start + 1 : middle + 2
  return { label, span: { start, end: start + label.length } }
}

/** A label of CommonMark is no longer. */
const LONGEST_LABEL = 999

/** "the blog": no footnote, formula, path of code, or placeholder */
const LABEL = /^[\p{L}\p{N}_.@/'’&+#,:!?\- \t\r\n]+$/u

/** "a" */
const WORD = /[\p{L}\p{N}]/u

/** "i" or "12" */
const INDEX = /^(?:\p{L}|\d*)$/u

/** "a" in `a[i][j]`; an image's mark is none of them */
const BEFORE = /[\p{L}\p{N}_)\]}$\\`'"]$|[\p{L}\p{N}_)\]]!$/u

/** "[" in `[a][b][c]` */
const AFTER = /^[[({:=]/u
