/** A tab reaches to the next multiple of four columns (CommonMark 0.31, section 2.2). */
const TAB_STOP = 4

/** Counts the columns that a piece of white space takes, from a column on. */
export function columnsOf(space: string, from = 0): number {
  let column = from
  for (const unit of space) column += unit === '\t' ? TAB_STOP - (column % TAB_STOP) : 1
  return column - from
}

/**
 * Takes up to a number of columns of white space off the start of a line.
 *
 * A tab that reaches beyond is left as the spaces that remain of it.
 */
export function stripColumns(line: string, columns: number): string {
  let column = 0
  let at = 0
  while (at < line.length && column < columns) {
    const unit = line[at]
    if (unit !== ' ' && unit !== '\t') break
    column += columnsOf(unit, column)
    at++
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at)
}

/** Writes the white space at the start of a line as spaces. */
export function expandIndent(line: string): string {
  const width = line.search(CONTENT)
  return ' '.repeat(columnsOf(line.slice(0, width))) + line.slice(width)
}

/** Writes the spaces at the start of a line as tabs, as far as they reach to a tab stop. */
export function retabIndent(line: string): string {
  const width = line.search(CONTENT)
  return (
    '\t'.repeat(Math.floor(width / TAB_STOP)) + ' '.repeat(width % TAB_STOP) + line.slice(width)
  )
}

/** "a" in "  a", or the line's end */
const CONTENT = /[^ \t]|$/u

/** Splits a text into lines, without their line ends. */
export function splitLines(text: string): string[] {
  return text.split(LINE_END)
}

/** "\r\n" */
const LINE_END = /\r\n|\n|\r/u

/** Takes the blank lines off the start of a text, and the white space off its end. */
export function trimLines(text: string): string {
  return text.replace(BLANK_LINES, '').trimEnd()
}

/** "\n  \n" at the start of a text */
const BLANK_LINES = /^(?:[ \t]*(?:\r\n|\n|\r))+/u

/** Takes the blank lines off both ends of a text's lines. */
export function trimBlankLines(lines: readonly string[]): string[] {
  const first = lines.findIndex(hasText)
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex(hasText) + 1)
}

/** Tells whether a line is not blank. */
export function hasText(line: string): boolean {
  return line.search(CONTENT) < line.length
}
