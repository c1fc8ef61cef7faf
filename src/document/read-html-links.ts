import type { Html } from 'mdast'
import type { Link } from './link.ts'
import { nodeSpan } from './node-span.ts'
import { decodeAmpersands, type HtmlAttribute, readHtmlAttributes } from './read-html.ts'

/** Reads the targets of a piece of HTML, in order; `srcset` has one for each candidate. */
export function readHtmlLinks(node: Html, text: string): Link[] {
  return readHtmlAttributes(text, nodeSpan(node)).flatMap((attribute) => {
    const { tag, name } = attribute
    if (name === 'srcset') return readCandidates(attribute, text)
    if (name === 'href' || name === 'src' || TARGETS.has(`${tag} ${name}`))
      return [toLink(attribute)]
    return []
  })
}

/** Attributes that are targets in one tag only. */
const TARGETS: ReadonlySet<string> = new Set(['video poster', 'object data'])

function toLink({ name, value, span, valueSpan }: HtmlAttribute): Link {
  return { kind: 'html', url: value, span, urlSpan: valueSpan, attribute: name }
}

/** Source: https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute */
function readCandidates({ name, valueSpan }: HtmlAttribute, text: string): Link[] {
  const source = text
    .slice(valueSpan.start, valueSpan.end)
    .replaceAll(QUOTED_LINE, (marks) => ' '.repeat(marks.length))
  return [...source.matchAll(CANDIDATE)].map(({ 0: whole, 1: url = '', index }) => {
    const start = valueSpan.start + index
    return {
      kind: 'html',
      url: decodeAmpersands(url),
      span: { start, end: start + whole.trimEnd().length },
      urlSpan: { start, end: start + url.length },
      attribute: name,
    }
  })
}

/** "\n> ", where a tag goes on in the next line of a quotation */
const QUOTED_LINE = /[\r\n][ \t>]*>/gu

/** "wide.png 2x"; a comma inside of a URL is its own, one behind it ends the candidate. */
const CANDIDATE = /([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?/gu
