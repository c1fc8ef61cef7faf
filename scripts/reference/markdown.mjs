// Pieces of Markdown, for the pages of the reference.

/**
 * A table; cells are one line each, and a `|` in them is text.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows]
  return `${lines.map(renderRow).join('\n')}\n`
}

/**
 * @param {string} language
 * @param {string} text
 */
export function codeBlock(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`
}

/**
 * A page, with the note that keeps people from editing it.
 *
 * @param {string} title
 * @param {string} source The file that it is made from.
 * @param {readonly (string | undefined)[]} blocks
 */
export function page(title, source, blocks) {
  const note = `<!-- Written by \`npm run docs\` from ${source}; edit that. -->\n`
  const present = blocks.filter((block) => block !== undefined && block !== '')
  return [note, `# ${title}\n`, ...present.map((block) => `${block?.trimEnd()}\n`)].join('\n')
}

/**
 * A summary as a sentence of its own.
 *
 * @param {string} summary
 */
export function sentence(summary) {
  // A name such as mdBook keeps its own capitals.
  const isName = /^\p{Ll}+\p{Lu}/u.test(summary)
  const start = isName ? summary : summary.slice(0, 1).toUpperCase() + summary.slice(1)
  return start.endsWith('.') ? start : `${start}.`
}

/** @param {readonly string[]} cells */
function renderRow(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
