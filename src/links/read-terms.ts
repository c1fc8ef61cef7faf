/**
 * Finds the terms of definition lists, folded by `foldTerm`.
 *
 * ```md
 * Store config
 * ^^^^^^^^^^^^
 * : What the store is told.
 * ```
 */
export function readTerms(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  if (!DEFINITION.test(text)) return terms
  let term = ''
  for (const line of text.split(LINE_END)) {
    if (DEFINITION.test(line)) terms.add(foldTerm(term))
    else if (line.trim() !== '') term = line
  }
  return terms
}

/** Reduces a term, or a fragment that may name it, to its letters and digits. */
export function foldTerm(text: string): string {
  return text.replace(COUNT, '').replaceAll(OTHERS, '').toLowerCase()
}

/** ": What the store is told." */
const DEFINITION = /^[ ]{0,3}:[ \t]/mu

/** "\r\n" */
const LINE_END = /\r\n|\r|\n/u

/** "-1" of a second term of one name */
const COUNT = /-\d+$/u

/** "-" */
const OTHERS = /[^\p{L}\p{N}]/gu
