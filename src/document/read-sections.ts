import type { Heading } from 'mdast'
import type { ItemStatus } from './document.ts'
import { isStruck } from './read-status.ts'
import { readWholeTitle, type Title } from './read-title.ts'
import { nodeSpan } from './node-span.ts'

/** Reads a heading as a section's title and status; an explicit id at its end is no part of it. */
export function readSectionTitle(heading: Heading, text: string): Title & { readonly status: ItemStatus } {
  const span = nodeSpan(heading)
  const title = readWholeTitle(heading.children, emptyTitleAt(text, span.start, span.end))
  return { ...withoutId(title, heading, text), status: isStruck(heading.children) ? 'done' : 'none' }
}

/** Where a title would stand in a heading that has none: behind its opening marks. */
function emptyTitleAt(text: string, start: number, end: number): number {
  const marks = OPENING.exec(text.slice(start, end))
  return start + (marks?.[0].length ?? 0)
}

/** "### " */
const OPENING = /^#{1,6}[ \t]*/u

function withoutId(title: Title, heading: Heading, text: string): Title {
  const { start, end } = title.titleSpan
  const id = heading.children.at(-1)?.type === 'text' ? EXPLICIT_ID.exec(text.slice(start, end)) : null
  const titleId = id === null ? null : EXPLICIT_ID.exec(title.title)
  if (id === null || titleId === null) return title
  return { title: title.title.slice(0, titleId.index), titleSpan: { start, end: start + id.index } }
}

/** "Builders {#builders}": mdBook, Docusaurus and kramdown take the id off the heading's text */
const EXPLICIT_ID = /[ \t]*\{:?[ \t]*#[^\s{}]+[^{}\r\n]*\}$/u
