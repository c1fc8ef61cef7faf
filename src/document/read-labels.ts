import type { List, Paragraph, PhrasingContent } from 'mdast'
import type { ItemDraft } from './build-items.ts'
import { nodeSpan } from './node-span.ts'
import { isStruck } from './read-status.ts'
import { foldTitle, readWholeTitle, renderInline } from './read-title.ts'

/** Tells whether a paragraph before a list titles it: only bold text, or a few words and a colon. */
export function isLabel(paragraph: Paragraph): boolean {
  const { children } = paragraph
  if (onlyStrong(children) !== undefined) return true
  const text = children.map(renderInline).join('').trim()
  if (!text.endsWith(':') || LINE_END.test(text) || !WORD.test(text)) return false
  return foldTitle(text).split(' ').length <= MOST_WORDS
}

/** "a", of "a:" */
const WORD = /[^\s:]/u

/** "\n" */
const LINE_END = /[\r\n]/u

const MOST_WORDS = 4

/** Reads a label, the list that it titles being its last block, as a draft. */
export function readLabel(
  paragraph: Paragraph,
  list: List,
  parent: ItemDraft | undefined,
  text: string,
): ItemDraft {
  const { children } = paragraph
  const words = onlyStrong(children) ?? children
  const title = readWholeTitle(words, text, nodeSpan(paragraph).start, withoutColon)
  return {
    syntax: { kind: 'label', paragraph, list, own: [paragraph] },
    level: 1,
    ...title,
    status: isStruck(children) || isStruck(words, withoutColon) ? 'done' : 'none',
    parent,
    path: [...(parent?.path ?? []), title.title],
    last: list,
    children: [],
  }
}

/** The words of a paragraph that is bold as a whole, but for a colon behind it. */
function onlyStrong(children: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  let words: PhrasingContent[] | undefined
  for (const child of children) {
    if (child.type === 'strong' && words === undefined) words = child.children
    else if (child.type !== 'text') return undefined
    else if (child.value.trim() !== '' && (words === undefined || child.value.trim() !== ':')) {
      return undefined
    }
  }
  return words
}

/** Takes the colon off: "Later:" */
function withoutColon(rendered: string): string {
  const text = rendered.trimEnd()
  return text.endsWith(':') ? text.slice(0, -1).trimEnd() : text
}
