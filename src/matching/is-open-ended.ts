import type { Nodes, Root } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'

/** Tells whether the last block of a text could go on in what stands behind the text. */
export function isOpenEnded(root: Root, text: string): boolean {
  let last: Nodes | undefined = root.children.at(-1)
  while (last?.type === 'list' || last?.type === 'listItem') last = last.children.at(-1)
  if (last === undefined) return false
  const { start, end } = nodeSpan(last)
  if (last.type === 'code') return isOpenFence(text.slice(start, end))
  return last.type === 'html' && isOpenHtml(last.value, text.slice(end))
}

/** A fence is closed by one of its kind that is as long (CommonMark 0.31, section 4.5). */
function isOpenFence(source: string): boolean {
  const opening = FENCE.exec(source)?.[1]
  if (opening === undefined) return false
  const closing = CLOSING.exec(source)?.[1] ?? ''
  return !closing.startsWith(opening)
}

/** "```js" */
const FENCE = /^(`{3,}|~{3,})/u

/** "```", on the last of several lines */
const CLOSING = /[\r\n] {0,3}(`{3,}|~{3,})[ \t]*$/u

/** HTML ends at a blank line, but for what has an end of its own (CommonMark 0.31, section 4.6). */
function isOpenHtml(value: string, behind: string): boolean {
  if (!BLANK_LINE.test(behind)) return true
  return LASTING.test(value) && !(value.startsWith('<!--') && value.endsWith('-->'))
}

/** "\n\n" */
const BLANK_LINE = /^[ \t]*(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))/u

/** "<!--", "<script>" */
const LASTING = /^<(?:!|\?|script|pre|style|textarea)/iu
