/**
 * Tells whether a text is about an item: it has words that say something, half as many as the title has,
 * or three. Endings do not count: `stores` is `store`.
 *
 * @param around The title of the section around the item, whose words count too.
 */
export function sharesWords(text: string, title: string, around = ''): boolean {
  const needed = Math.min(readStems(title).size / 2, 3)
  if (needed === 0) return false
  const there = readStems(text)
  const shared = [...readStems(`${title} ${around}`)].filter((stem) => there.has(stem)).length
  return shared >= needed
}

function readStems(text: string): Set<string> {
  return new Set(
    [...text.toLowerCase().matchAll(WORD)]
      .map(([word]) => word)
      .filter((word) => !COMMON.has(word))
      .map((word) => word.slice(0, STEM)),
  )
}

/** "builtins" */
const WORD = /[\p{L}\p{N}]{3,}/gu

/** So many letters tell a word from others, whatever its ending. */
const STEM = 6

/** Words that say nothing of what a text is about. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'about add added and are been but can drop dropped for from has have into its item items list make more need needs ' +
    'not one our out remove removed section should some task tasks that the their them there this todo todos use used was ' +
    'were what when which will with would you'
  ).split(' '),
)
