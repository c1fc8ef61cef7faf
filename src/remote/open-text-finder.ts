import { foldText } from './fold-text.ts'
import { parseTextName } from './text-directive.ts'

/** Looks for quotations in the text of a page, as it comes. */
export interface TextFinder {
  /** Takes more of what readers see. */
  write(text: string): void
  /** Says that a tag stands here: what is before it and what is behind may be words of their own. */
  breakWord(): void
  /**
   * Gives the names of the quotations that were found since.
   *
   * @param isEnd Whether nothing more comes.
   */
  take(isEnd: boolean): string[]
}

/**
 * Opens what looks for quotations; no more of a page is kept than they are long, and what came since.
 *
 * Which tags end a line, a style sheet decides, and nobody reads it here. So spaces do not count but where a
 * quotation begins and ends, for a word must begin and end there too.
 *
 * Source: https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document
 */
export function openTextFinder(names: readonly string[]): TextFinder {
  let searches = names.flatMap((name) => openSearch(name))
  let text = ''
  // Folded all at once, for a page has many short texts.
  let fresh = ''
  return {
    write(words) {
      if (searches.length > 0) fresh += words
    },
    breakWord() {
      if (searches.length > 0) fresh += ' '
    },
    take(isEnd) {
      const more = foldText(fresh)
      text += text.endsWith(' ') ? more.replace(/^ /u, '') : more
      fresh = ''
      const found = searches.filter((search) => advance(search, text, isEnd))
      searches = searches.filter((search) => !found.includes(search))
      const cut = Math.min(...searches.map(({ from }) => from), text.length) - CONTEXT
      if (cut > 0) {
        text = text.slice(cut)
        for (const search of searches) search.from -= cut
      }
      return found.map(({ name }) => name)
    },
  }
}

/** Characters that tell whether a word begins behind them. */
const CONTEXT = 2

/** A quotation, and how far it was looked for. */
interface Search {
  readonly name: string
  /** What is still to be found, in this order. */
  readonly steps: Step[]
  /** Where in the text nothing was looked for yet. */
  from: number
}

interface Step {
  readonly pattern: RegExp
  /** Characters that it may take at most. */
  readonly longest: number
}

function openSearch(name: string): Search[] {
  const directive = parseTextName(name)
  if (directive === undefined) return []
  const { prefix = '', start, end, suffix = '' } = directive
  const parts = end === undefined ? [prefix + start + suffix] : [prefix + start, end + suffix]
  return [{ name, steps: parts.map(toStep), from: 0 }]
}

/** Whether all of it was found. */
function advance(search: Search, text: string, isEnd: boolean): boolean {
  for (let [step] = search.steps; step !== undefined; [step] = search.steps) {
    const { pattern, longest } = step
    pattern.lastIndex = search.from
    const match = pattern.exec(text)
    const end = match === null ? text.length : match.index + match[0].length
    // Behind the last character, the word may go on.
    if (match === null || (end === text.length && !isEnd)) {
      search.from = Math.max(search.from, text.length - longest)
      return false
    }
    search.from = end
    search.steps.shift()
  }
  return true
}

function toStep(quoted: string): Step {
  const characters = Array.from(foldText(quoted).replaceAll(' ', ''))
  const first = characters[0] ?? ''
  const last = characters.at(-1) ?? ''
  const body = characters.map((each) => each.replace(SYNTAX, String.raw`\$&`)).join(' ?')
  const before = WORD.test(first) ? `(?<!${LETTER})` : ''
  const behind = WORD.test(last) ? `(?!${LETTER})` : ''
  return {
    pattern: new RegExp(`${before}${body}${behind}`, 'gu'),
    longest: 2 * characters.join('').length,
  }
}

/** "(" */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/u

const LETTER = String.raw`[\p{L}\p{N}_]`

/** A character of scripts that put something between words: others have their words in dictionaries. */
const WORD =
  /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}_]/u
