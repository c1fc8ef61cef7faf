import fc from 'fast-check'
import { Tokenizer } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { readHtmlAttributes } from '../../src/document/read-html.ts'

/** Reads the attributes of a text that is HTML as a whole: `tag.name=value <- source | value's source`. */
function read(html: string, start = 0): string[] {
  return readHtmlAttributes(html, { start, end: html.length }).map(
    ({ tag, name, value, span, valueSpan }) =>
      `${tag}.${name}=${value} <- ${html.slice(span.start, span.end)} | ${html.slice(valueSpan.start, valueSpan.end)}`,
  )
}

describe('readHtmlAttributes', () => {
  it.each([
    [
      'quotes of both kinds and none',
      `<A HREF="a b" src='c' id=d hidden>`,
      ['a.href=a b <- HREF="a b" | a b', `a.src=c <- src='c' | c`, 'a.id=d <- id=d | d'],
    ],
    ['space around the sign', '<a\n href = "x"/>', ['a.href=x <- href = "x" | x']],
    ['an empty value', '<a href="">', ['a.href= <- href="" | ']],
    [
      'ampersands',
      '<a href="?a&amp;b&#38;c&#x26;d&copy;">',
      ['a.href=?a&b&c&d&copy; <- href="?a&amp;b&#38;c&#x26;d&copy;" | ?a&amp;b&#38;c&#x26;d&copy;'],
    ],
    ['tags in a row', '<b x=1></b><i y=2>', ['b.x=1 <- x=1 | 1', 'i.y=2 <- y=2 | 2']],
    ['comments', '<!-- <a b=c> --><a b=d>', ['a.b=d <- b=d | d']],
    ['a comment that does not end', '<a b=c><!-- <a b=c>', ['a.b=c <- b=c | c']],
    [
      'scripts',
      '<script src=s.js>"<a b=c>"</SCRIPT><a b=d>',
      ['script.src=s.js <- src=s.js | s.js', 'a.b=d <- b=d | d'],
    ],
    ['a script that does not end', '<script>"<a b=c>"', []],
    ['a tag that does not end', '<a b=c', []],
    ['a quote that does not end', '<a b="c>', []],
    ['a sign without a value', '<a b= ><i c=d>', ['i.c=d <- c=d | d']],
    ['closing tags and less-than signs', 'a < b=c </a b=c> <3=x', []],
    ['no attributes at all', '<a b>', []],
  ])('should read %s', (_, html, expected) => {
    expect(read(html)).toEqual(expected)
  })

  it('should count offsets in the whole text', () => {
    expect(readHtmlAttributes('see <a id="x">', { start: 4, end: 14 })).toEqual([
      {
        tag: 'a',
        name: 'id',
        value: 'x',
        span: { start: 7, end: 13 },
        valueSpan: { start: 11, end: 12 },
      },
    ])
  })

  it('should read what htmlparser2 reads', () => {
    const space = fc.constantFrom(' ', '  ', '\n ', '\t')
    const attribute = fc
      .tuple(
        space,
        fc.constantFrom('href', 'SRC', 'id', 'data-x', 'hidden'),
        fc.constantFrom('', ' '),
        fc.constantFrom(
          '"a b"',
          "'c>d'",
          '""',
          'plan.md',
          '?x&amp;y',
          '"a\'b"',
          '/x/',
          '"<b c=d>"',
          undefined,
        ),
      )
      .map(
        ([before, name, gap, value]) =>
          before + name + (value === undefined ? '' : `${gap}=${gap}${value}`),
      )
    const tag = fc
      .tuple(
        fc.constantFrom('a', 'IMG', 'br', 'h2', 'my-tag'),
        fc.array(attribute, { maxLength: 4 }),
        fc.constantFrom('>', ' >', ' />'),
      )
      .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
    const other = fc.constantFrom(
      'text',
      ' ',
      '</a>',
      '</a b=c>',
      '<!-- <a href=x> -->',
      '<!---->',
      '<script src="s">"<a b=c>"</script>',
      '<style><a b=c></style >',
      '< a=b',
      '<3 x=y',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, other), { maxLength: 6 }), (pieces) => {
        const html = pieces.join('')
        expect(read(html)).toEqual(readByTokenizer(html))
      }),
      { numRuns: 20_000, seed: 1 },
    )
  })
})

/** The same, by the tokenizer of htmlparser2. */
function readByTokenizer(html: string): string[] {
  const ignore = (): void => undefined
  const found: string[] = []
  let open: string[] = []
  let tag = ''
  let name = ''
  let start = 0
  let value: [number, number] | undefined
  const endTag = (): void => {
    found.push(...open)
    open = []
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
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
      onopentagname: (from, to) => {
        tag = html.slice(from, to).toLowerCase()
        open = []
      },
      onattribname: (from, to) => {
        start = from
        name = html.slice(from, to).toLowerCase()
        value = undefined
      },
      onattribdata: (from, to) => {
        value = [value?.[0] ?? from, to]
      },
      onattribend: (_quote, end) => {
        const isEmpty =
          value === undefined && html[end - 1] !== undefined && '"\''.includes(html[end - 1] ?? '')
        if (value === undefined && !isEmpty) return
        const [from, to] = value ?? [end - 1, end - 1]
        const raw = html.slice(from, to)
        open.push(
          `${tag}.${name}=${raw.replaceAll('&amp;', '&')} <- ${html.slice(start, end)} | ${raw}`,
        )
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return found
}
