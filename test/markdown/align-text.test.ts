import { describe, expect, it } from 'vitest'
import { alignCode, type Alignment, alignText } from '../../src/markdown/align-text.ts'

/** The source of each character of a value, in order. */
function pieces(raw: string, value: string, { start, end }: Alignment): string[] {
  return Array.from({ length: value.length }, (_, at) => raw.slice(start(at), end(at + 1)))
}

describe('alignText', () => {
  it.each([
    ['plain text', 'tea', 'tea', ['t', 'e', 'a']],
    ['escapes', '\\*t\\\\a', '*t\\a', ['\\*', 't', '\\\\', 'a']],
    ['a backslash that escapes nothing', '\\t&amp;', '\\t&', ['\\', 't', '&amp;']],
    ['character references', '&amp;&#35;&copy;t', '&#©t', ['&amp;', '&#35;', '&copy;', 't']],
    ['a reference to a reference', '&amp;amp;', '&amp;', ['&amp;', 'a', 'm', 'p', ';']],
    ['a name that HTML does not know', '&tea;\\!', '&tea;!', ['&', 't', 'e', 'a', ';', '\\!']],
    ['an ampersand', 'a & \\b\\.', 'a & \\b.', ['a', ' ', '&', ' ', '\\', 'b', '\\.']],
    ['an astral character', '&#x1F980;!', '🦀!', ['&#x1F980;', '&#x1F980;', '!']],
    ['a letter with a mark', '&nvlt;t', '<\u20D2t', ['&nvlt;', '&nvlt;', 't']],
    ['indentation', 'a  \r\n\t b', 'a\nb', ['a', '\r\n', 'b']],
    ['a line end of two characters', 'a \r\n b', 'a\r\nb', ['a', '\r\n', '\r\n', 'b']],
    ['the markers of quotations', 'a\n> > b\n>c', 'a\nb\nc', ['a', '\n', 'b', '\n', 'c']],
    ['a marker that is text', 'a\n>     > b', 'a\n> b', ['a', '\n', '>', ' ', 'b']],
    ['NUL', '\0a', '\uFFFDa', ['\0', 'a']],
    ['a value longer than its source', 'a', 'abc', ['a', '', '']],
    ['a line end that the source has not', 'a', 'a\nb', ['a', '', '']],
  ])('should align %s', (_, raw, value, expected) => {
    expect(pieces(raw, value, alignText(raw, value))).toEqual(expected)
  })

  it('should tell the first character at or behind a place in the source', () => {
    const { value } = alignText('a&amp;b\n  c', 'a&b\nc')
    expect([0, 1, 2, 6, 7, 8, 10, 11].map(value)).toEqual([0, 1, 2, 2, 3, 4, 4, 5])
  })

  it('should stay inside of the source', () => {
    const { start, end } = alignText('a\\*', 'a*')
    expect([start(2), start(9), end(0), end(9)]).toEqual([3, 3, 0, 3])
  })
})

describe('alignCode', () => {
  it.each([
    ['code', '`tea`', 'tea', ['t', 'e', 'a']],
    ['spaces that show a backtick', '`` ` ``', '`', ['`']],
    ['spaces of its own', '` a `', ' a ', [' ', 'a', ' ']],
    ['a line end', '`a\r\n  b`', 'a b', ['a', '\r\n', 'b']],
    ['a pipe in a table', '`a\\|b`', 'a|b', ['a', '|', 'b']],
    ['NUL', '`\0`', '\uFFFD', ['\0']],
    ['what is not there', '`a`', 'ax', ['a', '']],
  ])('should align %s', (_, raw, value, expected) => {
    expect(pieces(raw, value, alignCode(raw, value))).toEqual(expected)
  })
})
