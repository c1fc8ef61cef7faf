import { partitionPoint } from '../partition-point.ts'

/** A place in a text, as people and editors name it. */
export interface Point {
  /** 1-based line; a line ends at LF, CRLF or a lone CR (CommonMark 0.31, section 2.1). */
  readonly line: number
  /** 1-based column, in UTF-16 units. */
  readonly column: number
  /** UTF-16 offset, 0-based. */
  readonly offset: number
}

/** Finds the line of an offset, and where a line starts and ends. */
export interface LineIndex {
  /** Offset at which each line starts, in order; the first is 0. */
  readonly starts: readonly number[]
  /** Length of the text, in UTF-16 units. */
  readonly length: number
}

/** Reads where the lines of a text start. */
export function readLineIndex(text: string): LineIndex {
  const starts = [0]
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if (unit === LF || (unit === CR && text.charCodeAt(offset + 1) !== LF)) starts.push(offset + 1)
  }
  return { starts, length: text.length }
}

const LF = 10
const CR = 13

/** Tells the line and column of an offset; an offset behind the text is taken for its end. */
export function pointAt(index: LineIndex, offset: number): Point {
  const inside = Math.max(0, Math.min(offset, index.length))
  const line = lineAt(index, inside)
  return { line, column: inside - Number(index.starts[line - 1]) + 1, offset: inside }
}

/** Tells the 1-based line that holds an offset. */
export function lineAt(index: LineIndex, offset: number): number {
  const { starts } = index
  return Math.max(
    1,
    partitionPoint(starts.length, (place) => Number(starts[place]) <= offset),
  )
}

/** Tells where the line of an offset starts. */
export function lineStart(index: LineIndex, offset: number): number {
  return Number(index.starts[lineAt(index, offset) - 1])
}

/** Tells where the line behind an offset's line starts; the text's end where there is none. */
export function nextLineStart(index: LineIndex, offset: number): number {
  return index.starts[lineAt(index, offset)] ?? index.length
}
