/**
 * Finds where the first sentence of a text ends.
 *
 * A sentence ends at `.`, `!` or `?`, with the quotes and brackets that close behind it, before
 * white space that no lower-case letter follows; not behind an abbreviation or an initial. Where
 * no sentence ends, the text's length. No locale has a say.
 *
 * @param canEnd Whether a sentence may end behind the character at an offset.
 */
export function findSentenceEnd(text: string, canEnd: (offset: number) => boolean): number {
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length
    if (!canEnd(end - 1)) continue
    if (isIdeographicStop(match[0])) return end
    if (!isBoundary(text, end) || (match[0].startsWith('.') && isAbbreviated(text, match.index)))
      continue
    return end
  }
  return text.length
}

/** "works.)" */
const STOP = /[.!?…]+["')\]”’»]*|[。！？]/gu

function isIdeographicStop(stop: string): boolean {
  return stop === '。' || stop === '！' || stop === '？'
}

function isBoundary(text: string, end: number): boolean {
  const behind = text.slice(end, end + LOOK_AHEAD)
  return SPACE_BEHIND.test(behind) && !LOWER_CASE.test(behind.trimStart())
}

/** Enough to see past the white space of a soft wrap; the rest of a long text is not copied. */
const LOOK_AHEAD = 64

/** " The" */
const SPACE_BEHIND = /^[ \t\r\n]/u

/** "t"; a URL begins no sentence, but it does not carry one on either */
const LOWER_CASE = /^(?!https?:|www\.)\p{Ll}/u

function isAbbreviated(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 12), stop)
  return ABBREVIATION.test(before) || INITIAL.test(before)
}

/** "see e.g" */
const ABBREVIATION =
  /(?:^|[ \t\r\n(["'])(?:e\.g|i\.e|vs|cf|ca|approx|resp|incl|no|nr|fig|sec|al|dr|mr|mrs|st)$/iu

/** "by J" */
const INITIAL = /(?:^|[ \t\r\n(["'.])\p{Lu}$/u
