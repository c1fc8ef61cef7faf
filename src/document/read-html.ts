import type { Span } from '../text/span.ts'

/** An attribute of an HTML tag in a document. */
export interface HtmlAttribute {
  /** Name of the tag, in lower case. */
  readonly tag: string
  /** Name of the attribute, in lower case. */
  readonly name: string
  /** What it is set to, ampersands decoded. */
  readonly value: string
  /** The attribute, from its name to its closing quote. */
  readonly span: Span
  /** The characters of the value, without quotes. */
  readonly valueSpan: Span
}

/**
 * Reads the attributes of all opening tags in a piece of HTML, in order; those without a value,
 * in comments and in scripts are none.
 *
 * Ours, since the tokenizer of htmlparser2 unpacks its table of character references when it is
 * loaded, which costs a hook a fifth of what all of Node does; the tests hold the two together.
 */
export function readHtmlAttributes(text: string, span: Span): HtmlAttribute[] {
  const source = text.slice(span.start, span.end)
  if (!source.includes('=')) return []
  const attributes: HtmlAttribute[] = []
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at)) {
    const tag = startsAt(TAG, source, at)?.[1]?.toLowerCase()
    if (tag === undefined) {
      at = source.startsWith('<!--', at) ? behindText(source, '-->', at + 4) : at + 1
      continue
    }
    at = readTag(source, at + 1 + tag.length, tag, span.start, attributes)
    if (RAW_TEXT.has(tag)) at = behindText(source, `</${tag}`, at)
  }
  return attributes
}

/** "<a" */
const TAG = /<([a-z][^\s/>]*)/iuy

/** Tags whose content is text, whatever it looks like. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title'])

function startsAt(expression: RegExp, source: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(source)
}

function behindText(source: string, text: string, at: number): number {
  const found = source.toLowerCase().indexOf(text, at)
  return found === -1 ? source.length : found + text.length
}

/** Reads one tag from behind its name, and tells where it ends; one that does not end has none. */
function readTag(
  source: string,
  from: number,
  tag: string,
  shift: number,
  attributes: HtmlAttribute[],
): number {
  const read: HtmlAttribute[] = []
  let at = from
  for (let match = startsAt(ATTRIBUTE, source, at); match !== null;) {
    const [whole, space = '', name = '', equals = '', quoted] = match
    if (quoted !== undefined) {
      const start = at + space.length
      const quote = quoted.startsWith('"') || quoted.startsWith("'") ? 1 : 0
      const value = {
        start: start + name.length + equals.length + quote,
        end: at + whole.length - quote,
      }
      read.push({
        tag,
        name: name.toLowerCase(),
        value: decodeAmpersands(source.slice(value.start, value.end)),
        span: { start: start + shift, end: at + whole.length + shift },
        valueSpan: { start: value.start + shift, end: value.end + shift },
      })
    }
    at += whole.length
    match = startsAt(ATTRIBUTE, source, at)
  }
  const end = startsAt(TAG_END, source, at)
  if (end === null) return at
  for (const attribute of read) attributes.push(attribute)
  return at + end[0].length
}

/** " href = 'plan.md'" */
const ATTRIBUTE = /([\s/]*)([^\s=>/"'<]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/uy

/** " />" */
const TAG_END = /[\s/]*>/uy

/** The one character reference that URLs are really written with, in its three spellings. */
export function decodeAmpersands(value: string): string {
  return value.replaceAll(AMPERSAND, '&')
}

/** "&amp;" */
const AMPERSAND = /&(?:amp|#38|#x26);/giu
