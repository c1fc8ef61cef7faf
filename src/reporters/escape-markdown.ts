/**
 * Writes a text so that Markdown shows it as it is, in a cell of a table too.
 *
 * Character references, since a backslash before `|` means one thing to a table and another to its cells.
 */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(SPECIAL, (character) => `&#${character.codePointAt(0) ?? 0};`)
}

/** Writes a text as code; where a code span cannot hold it in a cell, as HTML. */
export function escapeMarkdownCode(text: string): string {
  return PLAIN_CODE.test(text) ? `\`${text}\`` : `<code>${escapeMarkdown(text)}</code>`
}

/** Writes a message, of which values stand in backticks: `no heading gives \`#beds\``. */
export function escapeMarkdownMessage(message: string): string {
  const parts = message.split('`')
  // What has no end is no value.
  const values = parts.length - (parts.length % 2 === 0 ? 2 : 1)
  return parts
    .map((part, index) => {
      if (index >= values) return escapeMarkdown(index > values ? `\`${part}` : part)
      return index % 2 === 0 ? escapeMarkdown(part) : escapeMarkdownCode(part)
    })
    .join('')
}

/** "a | *b*", "www.example.org"; what counts at the start of a block only is text in a cell */
const SPECIAL = /[\\`*_{}[\]<>&|~:@$]|(?<=www)\./giu

/** "docs/plan.md": no backtick, backslash or pipe, and no blank at an end or line of blanks */
const PLAIN_CODE = /^[^\s`\\|](?:[^`\\|]*[^\s`\\|])?$/u
