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
    ['a sign without a value', '<a b= ><i c=d>', ['a.b= <- b=  | ', 'i.c=d <- c=d | d']],
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
})
