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
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu
