import { describe, expect, it } from 'vitest'
import {
  lineAt,
  lineStart,
  nextLineStart,
  pointAt,
  readLineIndex,
} from '../../src/text/line-index.ts'

// LF, CRLF, a lone CR, and no end of line at the end.
const text = 'tea\ncoffee\r\nmilk\rsugar'
const index = readLineIndex(text)

describe('readLineIndex', () => {
  it('should start a line behind LF, CRLF and a lone CR', () => {
    expect(index).toEqual({ starts: [0, 4, 12, 17], length: 22 })
  })

  it('should find one line in an empty text', () => {
    expect(readLineIndex('')).toEqual({ starts: [0], length: 0 })
  })

  it('should start a last line behind a final CR', () => {
    expect(readLineIndex('tea\r')).toEqual({ starts: [0, 4], length: 4 })
  })
})

describe('pointAt', () => {
  it('should count lines and columns from 1', () => {
    expect([0, 4, 10, 11, 12, 22].map((offset) => pointAt(index, offset))).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 2, column: 1, offset: 4 },
      { line: 2, column: 7, offset: 10 },
      { line: 2, column: 8, offset: 11 },
      { line: 3, column: 1, offset: 12 },
      { line: 4, column: 6, offset: 22 },
    ])
  })

  it('should take an offset outside of the text for its nearest end', () => {
    expect(pointAt(index, 99)).toEqual({ line: 4, column: 6, offset: 22 })
    expect(pointAt(index, -1)).toEqual({ line: 1, column: 1, offset: 0 })
  })
})

describe('lineStart and nextLineStart', () => {
  it('should bound the line of an offset', () => {
    expect(
      [0, 3, 4, 15, 20].map((at) => [
        lineAt(index, at),
        lineStart(index, at),
        nextLineStart(index, at),
      ]),
    ).toEqual([
      [1, 0, 4],
      [1, 0, 4],
      [2, 4, 12],
      [3, 12, 17],
      [4, 17, 22],
    ])
  })
})
