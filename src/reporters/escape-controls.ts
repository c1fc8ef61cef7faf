/**
 * Shows the control characters of a text, so that no document can command a terminal.
 *
 * Line ends become spaces: what is shown is one line.
 */
export function escapeControls(text: string): string {
  return text.replaceAll(LINE_ENDS, ' ').replaceAll(CONTROLS, (unit) => {
    const code = unit.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** "a\r\nb" */
const LINE_ENDS = /\r\n|\r|\n/gu

/** "\u001b[31m": escape sequences, and marks that turn the direction of what follows */
const CONTROLS = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
