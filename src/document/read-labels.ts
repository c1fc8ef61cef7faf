import type { List, Paragraph } from 'mdast'
import { buildItem, type ItemReading } from './build-item.ts'
import type { Item } from './document.ts'
import { readBullets } from './read-bullets.ts'
import { foldTitle, readWholeTitle, renderInline } from './read-title.ts'
import { isStruck } from './read-status.ts'
import { nodeSpan } from './node-span.ts'

/** Tells whether a paragraph before a list titles it: only bold text, or a few words and a colon. */
export function isLabel(paragraph: Paragraph): boolean {
  const { children } = paragraph
  const words = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (words.length === 1 && words[0]?.type === 'strong') return true
  const text = children.map(renderInline).join('')
  return SHORT_LINE.test(text) && foldTitle(text).split(' ').length <= 4
}

/** "Later on:" */
const SHORT_LINE = /^[^\r\n]*[^\s:][^\r\n]*:[ \t]*$/u

/** Reads a label with the list that it titles. */
export function readLabel(paragraph: Paragraph, list: List, path: readonly string[], reading: ItemReading): Item {
  const whole = readWholeTitle(paragraph.children, nodeSpan(paragraph).start)
  return buildItem(
    {
      syntax: { kind: 'label', paragraph, list, own: [paragraph] },
      level: 1,
      title: whole.title.replace(COLON, ''),
      titleSpan: innerSpan(whole.titleSpan, reading.text),
      status: isStruck(paragraph.children) ? 'done' : 'none',
      path,
      last: list,
      children: (itemPath) => readBullets(list, 1, itemPath, reading),
    },
    reading,
  )
}

/** "Later:" */
const COLON = /[ \t]*:[ \t]*$/u

/** The label's words, without the marks of bold text and the colon. */
function innerSpan({ start, end }: { start: number; end: number }, text: string): { start: number; end: number } {
  const source = text.slice(start, end)
  const opening = LABEL_OPENING.exec(source)?.[0].length ?? 0
  const closing = LABEL_CLOSING.exec(source.slice(opening))
  return { start: start + opening, end: closing === null ? end : start + opening + closing.index }
}

/** "**" */
const LABEL_OPENING = /^(?:\*\*|__)?/u

/** ":**" */
const LABEL_CLOSING = /[ \t]*(?::[ \t]*(?:\*\*|__)?|(?:\*\*|__)[ \t]*:?)[ \t]*$/u
