import { escapeMarkdown } from '../markdown/stringify-markdown.ts'

/**
 * Makes the wording of an entry from the path of its item: the title, behind that of the item around it
 * where a few words would say little.
 *
 * @returns Inline Markdown on one line; empty where the item has no title.
 */
export function makeSummary(path: readonly string[]): string {
  const title = trimEnd(path.at(-1) ?? '')
  if (title === '') return ''
  const parent = trimEnd(path.at(-2) ?? '')
  // The outermost section is the document's own title, which says nothing of an item.
  const isTelling = path.length > 2 && parent !== '' && !GENERAL.test(trimSigns(parent))
  const isShort = isTelling && title.split(' ').length < FEW_WORDS
  return escapeMarkdown(isShort ? `${parent}: ${title}` : title)
}

const FEW_WORDS = 4

/** What sections are called that sort items, and tell nothing of them: "Features", "Later" */
const GENERAL =
  /^(?:backlog|bugs?|chores?|clean-?ups?|features?|fix(?:es)?|ideas?|in progress|later|misc(?:ellaneous)?|next|now|open|other|planned|soon|tasks?|todos?)$/iu

/** Signs before and behind a title do not count. */
function trimSigns(title: string): string {
  return (title.match(WORD) ?? []).join(' ')
}

/** "Features", of "🚀 Features" */
const WORD = /[\p{L}\p{N}-]+/gu

/** An entry of a changelog ends without a full stop, as its references follow. */
function trimEnd(title: string): string {
  return title.replace(END, '')
}

/** ".", ":" */
const END = /[.:]\s*$/u
