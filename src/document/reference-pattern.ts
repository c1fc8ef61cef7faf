/** A text that stands for a target, compiled from the config. */
export interface ReferencePattern {
  /** What the text looks like; global, so that it serves `matchAll`. */
  readonly expression: RegExp
  /** The target of one match, from what its placeholders stood for. */
  readonly target: (groups: Readonly<Record<string, string>>) => string
}

/** What a placeholder stands for, by its name. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  number: '\\d+',
  word: '[\\p{L}\\p{N}_-]+',
  path: '[\\p{L}\\p{N}_@+~./-]*[\\p{L}\\p{N}_@+~/-]',
}

/** The placeholders that a reference's text may hold. */
export const placeholderNames: readonly string[] = Object.keys(PLACEHOLDERS)

/**
 * Compiles an entry of the config's `references`.
 *
 * `parseReferencePattern('cl/{number}', 'https://cl.example.org/{number}')` finds `cl/12607`. A
 * text is literal but for its placeholders, so that no config can bring an expression that takes
 * exponential time.
 */
export function parseReferencePattern(text: string, target: string): ReferencePattern {
  const source = text
    .split(PLACEHOLDER)
    .map((piece, index) => (index % 2 === 0 ? escapeExpression(piece) : placeholder(piece)))
    .join('')
  return {
    expression: new RegExp(`(?<![\\p{L}\\p{N}_/:.-])${source}(?![\\p{L}\\p{N}_])`, 'gu'),
    target: (groups) =>
      target.replaceAll(PLACEHOLDER, (whole, name: string) => groups[name] ?? whole),
  }
}

/** "{number}" */
const PLACEHOLDER = /\{([a-z]+)\}/gu

function placeholder(name: string): string {
  const source = PLACEHOLDERS[name]
  return source === undefined ? escapeExpression(`{${name}}`) : `(?<${name}>${source})`
}

function escapeExpression(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
