import type { Heading } from 'mdast'
import type { ItemStatus } from './document.ts'
import { nodeSpan } from './node-span.ts'
import { isStruck } from './read-status.ts'
import { readWholeTitle, type Title } from './read-title.ts'

/** Reads a heading as a section's title and status; an explicit id at its end is no part of it. */
export function readSectionTitle(
  heading: Heading,
  text: string,
): Title & { readonly status: ItemStatus } {
  const { children } = heading
  const empty = emptyTitleAt(heading, text)
  const hasId = children.at(-1)?.type === 'text'
  return {
    ...readWholeTitle(children, text, empty, hasId ? withoutId : undefined),
    status: isStruck(children, withoutId) ? 'done' : 'none',
  }
}

/** Where a title would stand in a heading that has none: behind its opening marks. */
function emptyTitleAt(heading: Heading, text: string): number {
  const { start, end } = nodeSpan(heading)
  let at = start + heading.depth
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at
}

function withoutId(rendered: string): string {
  if (!rendered.endsWith('}')) return rendered
  const open = rendered.lastIndexOf('{')
  return EXPLICIT_ID.test(rendered.slice(open)) ? rendered.slice(0, open).trimEnd() : rendered
}

/** "{#builders}": mdBook, Docusaurus and kramdown take the id off the heading's text */
const EXPLICIT_ID = /^\{:?[ \t]*#[^\s{}]+(?:[ \t][^{}\r\n]*)?\}$/u
