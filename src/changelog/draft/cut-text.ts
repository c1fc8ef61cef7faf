/**
 * Cuts a text at the end of a word, so that it has at most so many characters with its `…`.
 *
 * White space and control characters become one space each run.
 */
export function cutText(text: string, longest: number): string {
  const line = text.replaceAll(SPACE_OR_CONTROL, ' ').trim()
  const characters = Array.from(line)
  if (characters.length <= longest) return line
  const kept = characters.slice(0, longest)
  const space = kept.lastIndexOf(' ')
  // One long word has to be cut somewhere.
  const end = space > longest / 2 ? space : longest - 1
  return `${kept.slice(0, end).join('').replace(PUNCTUATION, '')}…`
}

/** "a \t b" */
const SPACE_OR_CONTROL = /[\s\p{Cc}]+/gu

/** "in rows," */
const PUNCTUATION = /[\s,;:.–—-]$/u
