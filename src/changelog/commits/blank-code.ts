/**
 * Replaces what a message quotes as code by spaces, so that nothing in it is taken for words.
 *
 * Code stands between two lines of three backticks or tildes, in lines that four spaces or a tab
 * indent, and between backticks of one number in a paragraph.
 */
export function blankCode(text: string): string {
  let fence: string | undefined
  const lines = text.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.groups?.mark
    const isCode = fence !== undefined || mark !== undefined || INDENTED.test(line)
    if (fence === undefined) fence = mark
    else if (mark === fence) fence = undefined
    return isCode ? blank(line) : line
  })
  return blankInline(lines.join('\n'))
}

function blankInline(text: string): string {
  const runs = [...text.matchAll(BACKTICKS)]
  let result = ''
  let done = 0
  for (const [index, { 0: ticks, index: start }] of runs.entries()) {
    if (start < done) continue
    const end = runs.slice(index + 1).find(([other]) => other === ticks)?.index
    if (end === undefined || PARAGRAPH_END.test(text.slice(start, end))) continue
    result += text.slice(done, start) + blank(text.slice(start, end + ticks.length))
    done = end + ticks.length
  }
  return result + text.slice(done)
}

function blank(code: string): string {
  return code.replaceAll(VISIBLE, ' ')
}

/** "```ts" */
const FENCE = /^ {0,3}(?<mark>```|~~~)/u
/** "    #12" */
const INDENTED = /^(?: {4}|\t)/u
const BACKTICKS = /`+/gu
const PARAGRAPH_END = /\n\s*\n/u
const VISIBLE = /\S/gu
