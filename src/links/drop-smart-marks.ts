import type { HeadingPart } from './heading.ts'

/**
 * Takes what smart punctuation makes a dash or the like of out of a piece of prose. An escaped hyphen is none:
 * of `a \-\- b`, both stay.
 *
 * @param marks What is taken out.
 */
export function dropSmartMarks(part: HeadingPart, marks: RegExp): HeadingPart {
  if (part.kind !== 'text') return part
  const text = hideEscaped(part).replaceAll(marks, '').replaceAll(HIDDEN, '-')
  return { ...part, text }
}

/** Puts another character in place of each escaped hyphen; the n-th in the source is the n-th of the text. */
function hideEscaped({ text, raw = text }: HeadingPart): string {
  if (!raw.includes('\\-')) return text
  const hyphens = [...raw.matchAll(TOKEN)]
    .map(([token]) => token)
    .filter((token) => token.endsWith('-'))
  // Where one is written as `&#45;`, nobody knows which is which.
  if (hyphens.length !== text.split('-').length - 1) return text
  return text.replaceAll('-', () => (hyphens.shift() === '-' ? '-' : HIDDEN))
}

/** "\-", "-"; in `\\-`, the backslash is what is escaped */
const TOKEN = /\\[\s\S]|-/gu

/** A character of private use, which no heading has. */
const HIDDEN = '\uE000'
