const INDENT = '  '
const WIDTH = 100

/** Renders rows of two columns, the second wrapped to the width of a page. */
export function renderTable(rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(32, Math.max(0, ...rows.map(([head]) => head.length)))
  return rows
    .map(([head, text]) => {
      const lines = wrapWords(text, WIDTH - left - INDENT.length * 2)
      const first = head.length > left ? `${head}\n${INDENT}${' '.repeat(left)}` : head.padEnd(left)
      const gap = `\n${INDENT}${' '.repeat(left)}${INDENT}`
      return `${INDENT}${first}${INDENT}${lines.join(gap)}\n`
    })
    .join('')
}

/** Wraps a paragraph; a word that is longer than the width keeps its line. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
