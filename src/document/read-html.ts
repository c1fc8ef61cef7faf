import { Tokenizer } from 'htmlparser2'
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
 */
export function readHtmlAttributes(text: string, span: Span): HtmlAttribute[] {
  const source = text.slice(span.start, span.end)
  if (!source.includes('=')) return []
  const attributes: HtmlAttribute[] = []
  const open: HtmlAttribute[] = []
  let tag = ''
  let name: Span = { start: 0, end: 0 }
  let value: Span | undefined
  const endTag = (): void => {
    attributes.push(...open.splice(0))
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ...IGNORED,
      onopentagname: (start, end) => {
        tag = source.slice(start, end).toLowerCase()
        open.length = 0
      },
      onattribname: (start, end) => {
        name = { start, end }
        value = undefined
      },
      onattribdata: (start, end) => {
        value = { start: value?.start ?? start, end }
      },
      onattribend: (_quote, end) => {
        if (value === undefined) return
        open.push({
          tag,
          name: source.slice(name.start, name.end).toLowerCase(),
          value: decodeAmpersands(source.slice(value.start, value.end)),
          span: shift({ start: name.start, end }, span.start),
          valueSpan: shift(value, span.start),
        })
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return attributes
}

const ignore = (): void => undefined

/** Tokens that hold no attribute; one of a tag that does not end counts for none either. */
const IGNORED = {
  isInForeignContext: () => false,
  onattribentity: ignore,
  onclosetag: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onprocessinginstruction: ignore,
  ontext: ignore,
  ontextentity: ignore,
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** The one character reference that URLs are really written with, in its three spellings. */
function decodeAmpersands(value: string): string {
  return value.replaceAll(AMPERSAND, '&')
}

/** "&amp;" */
const AMPERSAND = /&(?:amp|#38|#x26);/giu
