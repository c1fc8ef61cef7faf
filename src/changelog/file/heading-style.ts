import type { Document, Item } from '../../document/document.ts'
import { nodeSpan } from '../../document/node-span.ts'
import { splitLines } from '../../editing/columns.ts'

/** Renders a heading as another section has its own: underlined, or with closing marks. */
export function renderHeading(
  document: Document,
  sample: Item | undefined,
  level: number,
  title: string,
): string[] {
  const { head, closing, isUnderlined } = readHeadingStyle(document, sample)
  if (!isUnderlined || level > 2) {
    const marks = '#'.repeat(level)
    return [`${marks}${head}${title}${closing === '' ? '' : ` ${marks}`}`]
  }
  return [title, (level === 1 ? '=' : '-').repeat(Math.max(3, title.length))]
}

interface HeadingStyle {
  /** White space between the marks and the title. */
  readonly head: string
  readonly closing: string
  readonly isUnderlined: boolean
}

function readHeadingStyle(document: Document, sample: Item | undefined): HeadingStyle {
  const syntax = sample && document.syntax.get(sample)
  if (sample === undefined || syntax?.kind !== 'section')
    return { head: ' ', closing: '', isUnderlined: false }
  const { start, end } = nodeSpan(syntax.heading)
  const source = document.source.text.slice(start, end)
  const isUnderlined = splitLines(source).length > 1
  return {
    head: isUnderlined ? ' ' : source.slice(sample.level, sample.titleSpan.start - start),
    closing: isUnderlined ? '' : (CLOSING.exec(source)?.[0] ?? ''),
    isUnderlined,
  }
}

/** " ##" */
const CLOSING = /[ \t]#+[ \t]*$/u
