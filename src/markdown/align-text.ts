import { partitionPoint } from '../partition-point.ts'

/** Tells where the characters of a rendered text stand in its source. */
export interface Alignment {
  /** Offset in the source at which a character of the value starts. */
  start(offset: number): number
  /** Offset in the source behind the character before an offset of the value. */
  end(offset: number): number
  /** Offset in the value of the first character that starts at or behind an offset of the source. */
  value(offset: number): number
}

/**
 * Aligns the value of a text node with the node's source.
 *
 * The two differ by backslash escapes, character references, and what stands around the line
 * ends of a paragraph: trailing white space, indentation, the markers of a quotation
 * (CommonMark 0.31, sections 2.4, 2.5, 4.8 and 5.1).
 */
export function alignText(raw: string, value: string): Alignment {
  if (raw === value) return { start: identity, end: identity, value: identity }
  const same = samePrefix(raw, value)
  let rest: Alignment | undefined
  const beyond = (): Alignment => (rest ??= alignment(raw, align(raw, value)))
  return {
    start: (offset) => (offset < same ? offset : beyond().start(offset)),
    end: (offset) => (offset <= same ? offset : beyond().end(offset)),
    value: (offset) => (offset <= same ? offset : beyond().value(offset)),
  }
}

/** Most questions are about a paragraph's first line, where all is as it is in the source. */
function samePrefix(raw: string, value: string): number {
  let at = 0
  while (at < value.length && raw[at] === value[at] && !SPECIAL.includes(raw.charAt(at))) at++
  return at
}

const SPECIAL = '\\&\r\n'

/**
 * Aligns the value of inline code with its source, where only backticks, one space at both ends,
 * line ends and a pipe's backslash in a table's cell differ (CommonMark 0.31, section 6.1).
 */
export function alignCode(raw: string, value: string): Alignment {
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  while (raw[at] === '`') at++
  if (raw[at] === ' ' && !value.startsWith(' ')) at++
  for (const unit of value.split('')) {
    while (at < raw.length && !isCodeUnit(raw, at, unit)) at++
    starts.push(Math.min(at, raw.length))
    at += raw[at] === '\r' && raw[at + 1] === '\n' && unit === ' ' ? 2 : 1
    ends.push(Math.min(at, raw.length))
  }
  return alignment(raw, { starts, ends })
}

function isCodeUnit(raw: string, at: number, unit: string): boolean {
  return (
    raw[at] === unit ||
    (unit === ' ' && isLineEnd(raw[at])) ||
    (unit === '\uFFFD' && raw[at] === '\0')
  )
}

function alignment(raw: string, { starts, ends }: Table): Alignment {
  return {
    start: (offset) => starts[offset] ?? raw.length,
    end: (offset) => (offset === 0 ? 0 : (ends[offset - 1] ?? raw.length)),
    value: (offset) => firstFrom(starts, offset),
  }
}

function identity(offset: number): number {
  return offset
}

function firstFrom(sorted: readonly number[], least: number): number {
  return partitionPoint(sorted.length, (place) => Number(sorted[place]) < least)
}

interface Table {
  /** For each unit of the value, where its source starts. */
  readonly starts: readonly number[]
  /** For each unit of the value, where its source ends. */
  readonly ends: readonly number[]
}

function align(raw: string, value: string): Table {
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  while (starts.length < value.length) {
    const piece = nextPiece(raw, at, value, starts.length)
    for (let unit = 0; unit < piece.units; unit++) {
      starts.push(Math.min(piece.start, raw.length))
      ends.push(Math.min(piece.end, raw.length))
    }
    at = piece.end
  }
  return { starts, ends }
}

/** A run of source that renders to a number of units of the value. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly units: number
}

function nextPiece(raw: string, from: number, value: string, index: number): Piece {
  const at = isLineEnd(value[index - 1]) ? skipPrefix(raw, from, value, index) : from
  if (isLineEnd(value[index])) return lineEnd(raw, at, value, index)
  if (raw[at] === '\\' && ESCAPABLE.test(raw.charAt(at + 1))) {
    return { start: at, end: at + 2, units: 1 }
  }
  if (raw[at] === '&') {
    const reference = characterReference(raw, at, value, index)
    if (reference !== undefined) return reference
  }
  // NUL, and whatever else one character of the value stands for.
  return { start: at, end: at + 1, units: 1 }
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r'
}

/** "*", of "\*" */
const ESCAPABLE = /[!-/:-@[-`{-~]/u

function lineEnd(raw: string, from: number, value: string, index: number): Piece {
  let start = from
  while (start < raw.length && !isLineEnd(raw[start])) start++
  const isPair = raw[start] === '\r' && raw[start + 1] === '\n'
  return { start, end: start + (isPair ? 2 : 1), units: value.startsWith('\r\n', index) ? 2 : 1 }
}

/** Skips the indentation and the markers of quotations that a continuation line begins with. */
function skipPrefix(raw: string, from: number, value: string, index: number): number {
  let markers = countMarkers(raw, from) - countMarkers(value, index)
  let at = from
  while (raw[at] === ' ' || raw[at] === '\t' || (raw[at] === '>' && markers > 0)) {
    if (raw[at] === '>') markers--
    at++
  }
  return at
}

function countMarkers(text: string, from: number): number {
  let count = 0
  for (let at = from; text[at] === ' ' || text[at] === '\t' || text[at] === '>'; at++) {
    if (text[at] === '>') count++
  }
  return count
}

function characterReference(
  raw: string,
  at: number,
  value: string,
  index: number,
): Piece | undefined {
  const source = REFERENCE.exec(raw.slice(at, at + LONGEST_REFERENCE))?.[0]
  if (source === undefined) return undefined
  // A name that HTML does not know stands for itself.
  if (value.startsWith(source, index) && !AMPERSAND.test(source)) return undefined
  const end = at + source.length
  return { start: at, end, units: isPair(value, index, raw[end]) ? 2 : 1 }
}

/** "&copy;", "&#35;", "&#x1F600;" */
const REFERENCE = /^&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][a-zA-Z0-9]*);/u

/** "&CounterClockwiseContourIntegral;" is the longest name of HTML. */
const LONGEST_REFERENCE = 40

/** "&amp;" */
const AMPERSAND = /^&(?:amp|AMP|#0*38|#[xX]0*26);$/u

/** An astral character, or one of the few letters that HTML writes with a mark behind them. */
function isPair(value: string, index: number, behind: string | undefined): boolean {
  const second = value[index + 1]
  return second !== undefined && second !== behind && SECOND_UNIT.test(second)
}

/** The second half of a surrogate pair, or a mark such as that of "&nvlt;" */
const SECOND_UNIT = /^(?:[\uDC00-\uDFFF]|\u0338|\u0333|\u20D2|\u20E5|\uFE00|\u200A)/u
