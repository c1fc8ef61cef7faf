import { type ClauseVerdict, phrases } from './verdict-phrases.ts'

/**
 * Reads what a clause of a commit's message says became of something.
 *
 * ```text
 * castore Directory struct is done      → done
 * this is not gonna work out as-is      → abandoned
 * it is not done yet                    → undefined
 * folded into the item on stores        → merged
 * ```
 *
 * The phrase that ends first decides. It says nothing close behind a word that denies it, or that
 * makes it a wish or a condition.
 */
export function readVerdict(clause: string): ClauseVerdict | undefined {
  const text = ` ${readWords(clause).join(' ')} `
  const found = phrases.flatMap(({ verdict, pattern, spoilers, needs }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: phrase, index }) => {
      const before = text.slice(0, index)
      const counts = !isSpoilt(before, spoilers) && (needs === undefined || needs.test(before))
      return counts ? [{ verdict, end: index + phrase.length, length: phrase.length }] : []
    }),
  )
  found.sort((a, b) => a.end - b.end || b.length - a.length)
  return found[0]?.verdict
}

/** Reads the words of a clause in lower case, short forms written out. */
function readWords(clause: string): string[] {
  let text = clause.toLowerCase().replaceAll('’', "'")
  for (const [short, long] of SHORT_FORMS) text = text.replaceAll(short, long)
  return text.match(WORD) ?? []
}

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/gu, 'will not'],
  [/\bcan(?:'t|not)\b/gu, 'can not'],
  [/n't\b/gu, ' not'],
  [/\bgonna\b/gu, 'going to'],
]

/** "frankenbuild" */
const WORD = /[\p{L}\p{N}]+/gu

function isSpoilt(before: string, spoilers: ReadonlySet<string> | undefined): boolean {
  if (spoilers === undefined) return false
  return before
    .trim()
    .split(' ')
    .slice(-REACH)
    .some((word) => spoilers.has(word))
}

/** So many words later, a negation means something else. */
const REACH = 4
