import type { Document } from '../../src/document/document.ts'

/** Counts the blank lines behind a number of lines with text. */
export function gapAfter(lines: readonly string[], count: number): number {
  return countBlank(lines.slice(behindTexts(lines, 0, count)))
}

/** The first line behind a number of lines with text. */
export function behindTexts(lines: readonly string[], start: number, count: number): number {
  let at = start
  for (let left = count; left > 0 && at < lines.length; at++) if (!isBlank(lines[at])) left--
  return at
}

/** The lines of a document, without their ends. */
export function linesOf({ source: { text } }: Document): string[] {
  return splitLines(text)
}

/** Splits a text into lines, without their ends. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/u)
}

/** Takes the blank lines off the end. */
export function trimEnd(lines: readonly string[]): string[] {
  return lines.slice(0, lines.findLastIndex((line) => !isBlank(line)) + 1)
}

/** Takes the blank lines off both ends. */
export function trimBlank(lines: readonly string[]): string[] {
  return trimEnd(trimEnd(lines).reverse()).reverse()
}

/** Counts the blank lines at the start. */
export function countBlank(lines: readonly string[]): number {
  const text = lines.findIndex((line) => !isBlank(line))
  return text === -1 ? lines.length : text
}

/** Whether a line holds only spaces and tabs; one that is not there is not blank. */
export function isBlank(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]*$/u.test(line)
}

/** Whether two lists of lines are the same. */
export function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index])
}
