import { Tokenizer } from 'htmlparser2'
import type { Span } from '../text/span.ts'

/** An attribute of an HTML tag in a document. */
export interface HtmlAttribute {
  /** Name of the tag, in lower case. */
  readonly tag: string
  /** Name of the attribute, in lower case. */
  readonly name: string
  readonly value: string
  /** The attribute, from its name to its closing quote. */
  readonly span: Span
  /** The characters of the value, without quotes. */
  readonly valueSpan: Span
}

/** Reads the attributes of all opening tags in a piece of HTML; those in comments are none. */
export function readHtmlAttributes(text: string, span: Span): HtmlAttribute[] {
  const source = text.slice(span.start, span.end)
  if (!source.includes('=')) return []
  const attributes: HtmlAttribute[] = []
  let tag = ''
  let name: Span = { start: 0, end: 0 }
  let value: Span | undefined
  const ignore = (): void => undefined
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      isInForeignContext: () => false,
      onopentagname: (start, end) => {
        tag = source.slice(start, end).toLowerCase()
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
        const { start } = name
        attributes.push({
          tag,
          name: source.slice(start, name.end).toLowerCase(),
          value: decodeAmpersand(source.slice(value.start, value.end)),
          span: shift({ start, end }, span.start),
          valueSpan: shift(value, span.start),
        })
      },
      onattribentity: ignore,
      onclosetag: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  return attributes
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** The one character reference that URLs are really written with. */
function decodeAmpersand(value: string): string {
  return value.replaceAll('&amp;', '&')
}
