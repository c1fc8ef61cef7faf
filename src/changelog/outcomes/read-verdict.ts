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
 * A phrase says nothing close behind a word that denies it, or that makes it a wish or a condition. A
 * question says nothing, nor does a clause that says two things.
 */
export function readVerdict(clause: string): ClauseVerdict | undefined {
  if (clause.trimEnd().endsWith('?')) return undefined
  const text = ` ${readWords(clause).join(' ')} `
  const found = phrases
    .filter(({ pattern, spoilers, needs }) =>
      [...text.matchAll(pattern)].some(({ index }) => {
        const before = text.slice(0, index)
        return !isSpoilt(before, spoilers) && (needs === undefined || needs.test(before))
      }),
    )
    .map(({ verdict }) => verdict)
  const [only, ...others] = new Set(found)
  return others.length === 0 ? only : undefined
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
