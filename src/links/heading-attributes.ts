import type { Heading } from 'mdast'
import { nodeSpan } from '../document/node-span.ts'
import type { HeadingPart } from './heading.ts'

/** An attribute block at the end of a heading. */
export interface AttributeBlock {
  /** UTF-16 offset of its opening brace. */
  readonly start: number
  /** What stands between its braces. */
  readonly content: string
  /** The last id that it gives; absent where it gives none. */
  readonly id?: string
  /** Takes the block off the piece of text that it ends. */
  trim(part: HeadingPart): HeadingPart
}

/**
 * Finds the attribute block of a heading, which ends the heading's line.
 *
 * ```md
 * ## Builders {#builders .wide}
 *             ^^^^^^^^^^^^^^^^^
 * ```
 *
 * Closing hashes stand before it, never behind it. Source:
 * https://github.com/pulldown-cmark/pulldown-cmark/blob/main/pulldown-cmark/specs/heading_attrs.txt
 */
export function cutAttributes(heading: Heading, text: string): AttributeBlock | undefined {
  const first = heading.children[0]
  const last = heading.children.at(-1)
  if (first === undefined || last?.type !== 'text') return undefined
  const { start } = nodeSpan(first)
  const { end } = nodeSpan(last)
  const line = text.slice(start, end)
  const block = BLOCK.exec(line)
  if (block === null || isClosed(text, end, nodeSpan(heading).end)) return undefined
  const [, content = ''] = block
  const id = [...content.matchAll(ID)].at(-1)?.[1]
  // The block is cut off first, so that a backslash before it escapes nothing.
  const slash = ESCAPE.test(line.slice(0, block.index)) ? '\\' : ''
  const trim = (part: HeadingPart): HeadingPart => cutBlock(part, slash)
  return { start: start + block.index, content, ...(id === undefined ? {} : { id }), trim }
}

/** "{#builders .wide}" */
const BLOCK = /\{([^{}<>\\\r\n]*)\}$/u

/** "Builders \\": an odd number of backslashes */
const ESCAPE = /(?<!\\)\\(?:\\\\)*$/u

/** "#builders" */
const ID = /(?<![^ \t\f\v])#([^ \t\f\v]+)/gu

function isClosed(text: string, from: number, to: number): boolean {
  return CLOSING.test(text.slice(from, to))
}

/** " ##" */
const CLOSING = /^[ \t]*#/u

function cutBlock(part: HeadingPart, slash: string): HeadingPart {
  const brace = part.text.lastIndexOf('{')
  const text = (brace === -1 ? part.text : part.text.slice(0, brace) + slash).trimEnd()
  return { kind: part.kind, text: text.replace(HASHES, '').trimEnd() }
}

/** " ##": closing hashes of `## Builders ## {#builders}` */
const HASHES = /(?<=^|[ \t])#+$/u
