import type { List, Paragraph, PhrasingContent } from 'mdast'
import { buildItem, type ItemReading } from './build-item.ts'
import type { Item } from './document.ts'
import { nodeSpan } from './node-span.ts'
import { readBullets } from './read-bullets.ts'
import { isStruck } from './read-status.ts'
import { foldTitle, readWholeTitle, renderInline } from './read-title.ts'

/** Tells whether a paragraph before a list titles it: only bold text, or a few words and a colon. */
export function isLabel(paragraph: Paragraph): boolean {
  const { children } = paragraph
  if (onlyStrong(children) !== undefined) return true
  const text = children.map(renderInline).join('').trim()
  if (LINE_END.test(text) || !text.endsWith(':') || withoutColon(text) === '') return false
  return foldTitle(text).split(' ').length <= MOST_WORDS
}

/** "\n" */
const LINE_END = /[\r\n]/u

const MOST_WORDS = 4

/** Reads a label with the list that it titles. */
export function readLabel(
  paragraph: Paragraph,
  list: List,
  path: readonly string[],
  reading: ItemReading,
): Item {
  const { children } = paragraph
  const words = onlyStrong(children) ?? children
  return buildItem(
    {
      syntax: { kind: 'label', paragraph, list, own: [paragraph] },
      level: 1,
      ...readWholeTitle(words, reading.text, nodeSpan(paragraph).start, withoutColon),
      status: isStruck(children) ? 'done' : 'none',
      path,
      last: list,
      children: (itemPath) => readBullets(list, 1, itemPath, reading),
    },
    reading,
  )
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
