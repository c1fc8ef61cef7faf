/** Gives the words of a heading: its own link is often shown as a sign behind it. */
export function foldHeading(text: string): string {
  const words = text.replaceAll(ZERO_WIDTH, '').split(SPACE)
  while (SIGNS.has(words.at(-1) ?? ' ')) words.pop()
  return words.join(' ').trim()
}

/** "\u200b" */
const ZERO_WIDTH = /\u200b/gu

/** "  " */
const SPACE = /\s+/u

const SIGNS: ReadonlySet<string> = new Set(['', '#', '¶', '§', '🔗'])
