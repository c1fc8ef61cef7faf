/** Reads the words of a text that say what it is about, in lower case, without their endings. */
export function readStems(text: string): ReadonlySet<string> {
  return new Set(
    [...text.toLowerCase().matchAll(WORD)]
      .map(([word]) => word)
      .filter((word) => !COMMON.has(word))
      .map((word) => word.replace(PLURAL, '').slice(0, STEM)),
  )
}

/** "builtins" */
const WORD = /[\p{L}\p{N}]{3,}/gu

/** The end of "lamps", not of "glass" */
const PLURAL = /(?<=[^s]{2})s$/u

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
