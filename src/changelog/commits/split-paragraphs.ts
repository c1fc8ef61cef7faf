/** Splits a text at its blank lines; line ends become LF, and white space at the ends goes. */
export function splitParagraphs(text: string): string[] {
  const lines = text.split(LINE_END).map((line) => line.trimEnd())
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (line === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs.filter(({ length }) => length > 0).map((paragraph) => paragraph.join('\n'))
}

/** As Windows ends lines, or others. */
const LINE_END = /\r\n|\n/u
