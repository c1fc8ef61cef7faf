import type { Span } from '../text/span.ts'
import type { Heading, HeadingPart } from './heading.ts'

/** A heading's tag that a piece of HTML opened and did not close. */
export interface OpenHeading {
  /** `h1` to `h6`. */
  readonly tag: string
  /** Where the tag is. */
  readonly span: Span
  /** The text so far; grows. */
  readonly parts: HeadingPart[]
}

/**
 * Reads the headings that a piece of HTML closes.
 *
 * ```md
 * <h2 align="center">Store <em>config</em></h2>
 *                    ^^^^^^    ^^^^^^ parts
 * ```
 *
 * @param open The heading that a piece before it left open.
 * @returns The heading that this piece leaves open.
 */
export function readHtmlHeadings(
  text: string,
  span: Span,
  open: OpenHeading | undefined,
  found: (heading: Heading) => void,
): OpenHeading | undefined {
  const source = blankComments(text.slice(span.start, span.end))
  if (open === undefined && !HEADING_TAG.test(source)) return undefined
  let current = open
  let behind = 0
  for (const match of source.matchAll(TAG)) {
    const [whole, slash, name] = match
    const tag = name?.toLowerCase() ?? ''
    addText(current, source.slice(behind, match.index))
    behind = match.index + whole.length
    if (!HEADING_NAME.test(tag)) continue
    if (slash === '') {
      const start = span.start + match.index
      current = { tag, span: { start, end: span.start + behind }, parts: [] }
    } else if (current?.tag === tag) {
      const { parts } = current
      found({
        span: current.span,
        isHtml: true,
        level: Number(tag.slice(1)),
        endsInProse: false,
        parts,
        bareParts: parts,
        source: '',
      })
      current = undefined
    }
  }
  addText(current, source.slice(behind))
  return current
}

/** Comments hold no tags; what stands behind them keeps its place. */
function blankComments(source: string): string {
  let blanked = source
  for (let start = source.indexOf('<!--'); start !== -1; start = source.indexOf('<!--', start)) {
    const closing = source.indexOf('-->', start)
    const end = closing === -1 ? source.length : closing + '-->'.length
    blanked = blanked.slice(0, start) + '\0'.repeat(end - start) + blanked.slice(end)
    start = end
  }
  return blanked
}

function addText(heading: OpenHeading | undefined, source: string): void {
  // Nearly every character reference stands for punctuation, which no anchor keeps.
  const text = source.replaceAll(REFERENCE, '').replaceAll('\0', '')
  if (text !== '') heading?.parts.push({ kind: 'text', text })
}

/** "<h2 align=center>" */
const HEADING_TAG = /<h[1-6][\s/>]/iu

/** "h2" */
const HEADING_NAME = /^h[1-6]$/u

/** "</h2>" */
const TAG = /<(\/?)([a-z][a-z\d-]*)(?:[\s/][^<>]*)?>/giu

/** "&amp;" */
const REFERENCE = /&#?[a-z\d]{1,31};/giu
