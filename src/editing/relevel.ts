import type { Heading } from 'mdast'
import type { Document, Item } from '../document/document.ts'
import { nodeSpan } from '../document/node-span.ts'
import { walkItems } from '../document/walk-items.ts'
import { CrossoffError } from '../errors.ts'
import { applyEdits, type TextEdit } from '../text/text-edit.ts'
import { splitLines } from './columns.ts'
import type { Parse } from './edited.ts'

/** The levels that a heading can have (CommonMark 0.31, section 4.2). */
const DEEPEST = 6

/** Plans the edits that shift the heading of a section, and of all sections below it, by levels. */
export function relevelSection(document: Document, section: Item, by: number): TextEdit[] {
  if (by === 0) return []
  const sections = [section, ...walkItems(section.children).map(({ item }) => item)].filter(
    ({ kind }) => kind === 'section',
  )
  const deepest = Math.max(...sections.map(({ level }) => level))
  if (deepest + by > DEEPEST) {
    throw new CrossoffError(
      'operation-refused',
      `\`${section.title}\` holds a section of level ${deepest}, which would be of level ${deepest + by}`,
      { help: `Markdown has ${DEEPEST} levels; move it to a higher section` },
    )
  }
  return sections.flatMap((item) => {
    const syntax = document.syntax.get(item)
    return syntax?.kind === 'section'
      ? relevelHeading(document.source.text, syntax.heading, by)
      : []
  })
}

/** Shifts the headings in lines of Markdown by levels. */
export function shiftHeadings(
  lines: readonly string[],
  by: number,
  parse: Parse,
): readonly string[] {
  if (by === 0) return lines
  const document = parse(lines.join('\n'))
  const edits = document.items
    .filter(({ kind }) => kind === 'section')
    .flatMap((item) => relevelSection(document, item, by))
  return splitLines(applyEdits(document.source.text, edits))
}

function relevelHeading(text: string, heading: Heading, by: number): TextEdit[] {
  const { start, end } = nodeSpan(heading)
  const source = text.slice(start, end)
  const level = heading.depth + by
  if (!source.startsWith('#')) return [relevelSetext(source, start, level)]
  const closing = CLOSING_MARKS.exec(source.slice(heading.depth))
  const opening = { start, end: start + heading.depth, text: '#'.repeat(level) }
  // Closing marks that mirror the opening ones go on doing so; others are the author's own taste.
  if (closing?.[1]?.length !== heading.depth || closing.index < 0) return [opening]
  const closingEnd = start + heading.depth + closing.index + closing[0].trimEnd().length
  return [opening, { start: closingEnd - heading.depth, end: closingEnd, text: '#'.repeat(level) }]
}

/** " ##  " at the end of a heading */
const CLOSING_MARKS = /[ \t](#+)[ \t]*$/u

function relevelSetext(source: string, start: number, level: number): TextEdit {
  const lines = splitLines(source)
  const underline = lines.at(-1) ?? ''
  if (level <= 2) {
    const offset = source.length - underline.length
    const marks = underline.trim()
    const at = start + offset + underline.indexOf(marks)
    return {
      start: at,
      end: at + marks.length,
      text: (level === 1 ? '=' : '-').repeat(marks.length),
    }
  }
  // Only ATX headings go deeper than two levels, and they have one line.
  const title = lines
    .slice(0, -1)
    .map((line) => line.trim())
    .join(' ')
  return { start, end: start + source.length, text: `${'#'.repeat(level)} ${title}` }
}
