/** A text in which no parser meets what the two engines read differently. */
export interface ShieldedSource {
  /** As long as the source, so that every offset means the same in both. */
  readonly text: string
  /** Characters for private use that stand for another one, and which. */
  readonly shields: ReadonlyMap<string, string>
}

/**
 * Puts characters that mean nothing to a parser where the engines differ.
 *
 * - A checkbox: one engine looks for it when it reads blocks, the other when it reads text; they
 *   differ where a setext underline or an empty bullet follows, and in the paragraph's place.
 * - `<a href=/plan/today>` is a tag, but one engine takes no slash in a value without quotes, and
 *   the other no second one.
 * - A bullet that looks like a table's second line, `- | -`: one engine parts the paragraph
 *   before it, and leaves it parted when the bullet proves to be one.
 * - `<img src=plan.png?raw=true>` is no tag, for a value without quotes holds no `=` (CommonMark
 *   0.31, section 6.6); one engine takes it for one.
 * - An astral symbol beside `*`, `_` or `~`: one engine takes it for punctuation, which emphasis
 *   minds, the other for a letter, as GitHub does.
 * - NUL: CommonMark 0.31, section 2.3, replaces it by U+FFFD, and so do we.
 * - A byte order mark, which one engine takes for white space or for no character at all, and a
 *   next-line control, which the other takes for white space: neither is any, to CommonMark.
 */
export function shieldSource(source: string): ShieldedSource {
  let text = source.includes('\0') ? source.replaceAll('\0', '\uFFFD') : source
  const shields = new Map<string, string>()
  const shield = (original: string): string => {
    for (const [character, other] of shields) if (other === original) return character
    const character = unusedCharacter(text, shields)
    shields.set(character, original)
    return character
  }
  text = text.replaceAll(NO_SPACE, shield)
  text = text.replaceAll(SYMBOL, (symbol) => shield(symbol) + shield(''))
  text = text.replaceAll(BULLET_BOX, (line) => line.slice(0, -1) + shield('['))
  text = text.replaceAll(LINE_BOX, (line, offset: number) => {
    const before = text.slice(Math.max(0, offset - LONGEST_MARKER), offset)
    return LONE_MARKER.test(before) ? line.slice(0, -1) + shield('[') : line
  })
  text = text.replaceAll(TABLE_BULLET, (line) =>
    line.replaceAll(/[|:]/gu, (character) => shield(character)),
  )
  text = text.replaceAll(TAG, (tag) => {
    if (isNoTag(tag)) return shield('<') + tag.slice(1)
    return tag.replaceAll(BARE_VALUE, (value) => value.replaceAll('/', () => shield('/')))
  })
  return { text, shields }
}

/** A byte order mark, and "next line" */
const NO_SPACE = /[\uFEFF\u0085]/gu

/** "🎉", of "**done 🎉**now" */
const SYMBOL = /[\u{10000}-\u{10FFFF}](?=[*_~])|(?<=[*_~])[\u{10000}-\u{10FFFF}]/gu

/** "- [", of "- [x] write tests" */
const BULLET_BOX = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]+)+\[(?=[ \t\r\nxX]\](?:\s|$))/gmu

/** "  [", of "  [x] write tests", where the line before may be a lone marker */
const LINE_BOX = /^[ \t>]+\[(?=[ \t\r\nxX]\](?:\s|$))/gmu

/** "- ", a line of its own */
const LONE_MARKER = /(?:^|[ \t>\r\n])(?:[-+*]|\d{1,9}[.)])[ \t]{0,4}(?:\r\n?|\n)$/u

/** Enough for a number of nine digits, white space and the end of the line. */
const LONGEST_MARKER = 20

/** "- | -" */
const TABLE_BULLET = /^[ \t>]*-[ \t][-|: \t]*$/gmu

/** "<img src=plan.png>" */
const TAG = /<[a-z][a-z0-9-]*\s[^<>]{1,1000}>/giu

/** "=/plan.png" */
const BARE_VALUE = /=[^\s"'=`>]+/gu

function isNoTag(tag: string): boolean {
  return INLINE_TAG.test(tag) && TWO_EQUALS.test(tag.replaceAll(QUOTED, '""'))
}

/** "<img"; a block's tag is HTML whatever stands in it */
const INLINE_TAG = /^<(?:a|audio|img|input|picture|span|video)\s/iu

/** '"a plan"' */
const QUOTED = /"[^"]*"|'[^']*'/gu

/** "=plan.png?raw=" */
const TWO_EQUALS = /=[^\s"'=`]+=/u

/** A character for private use that the text does not hold, neither white space nor punctuation. */
function unusedCharacter(text: string, taken: ReadonlyMap<string, string>): string {
  for (let code = FIRST_PRIVATE; code <= LAST_PRIVATE; code++) {
    const character = String.fromCharCode(code)
    if (!taken.has(character) && !text.includes(character)) return character
  }
  throw new Error('the text holds every character for private use')
}

const FIRST_PRIVATE = 0xe000
const LAST_PRIVATE = 0xf8ff
