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
 * - A bullet that looks like a table's second line, `- | -`: one engine parts the paragraph
 *   before it, and leaves it parted when the bullet proves to be one.
 * - NUL: CommonMark 0.31, section 2.3, replaces it by U+FFFD, and so do we.
 * - A byte order mark at the start: the file's own is off already, so that this one is text.
 */
export function shieldSource(source: string): ShieldedSource {
  let text = source.includes('\0') ? source.replaceAll('\0', '\uFFFD') : source
  const shields = new Map<string, string>()
  const shield = (original: string): string => {
    const character = unusedCharacter(text, shields)
    shields.set(character, original)
    return character
  }
  if (text.startsWith(BOM)) text = shield(BOM) + text.slice(1)
  if (BOX.test(text)) {
    const box = shield('[')
    text = text.replaceAll(BULLET_BOX, (line) => `${line.slice(0, -1)}${box}`)
  }
  if (TABLE_BULLET.test(text)) {
    const pipe = shield('|')
    const colon = shield(':')
    text = text.replaceAll(TABLE_BULLETS, (line) =>
      line.replaceAll('|', pipe).replaceAll(':', colon),
    )
  }
  return { text, shields }
}

const BOM = '\uFEFF'

/** "[x]" */
const BOX = /\[[ \t\r\nxX]\]/u

/** "- [", of "- [x] write tests" */
const BULLET_BOX =
  /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])(?:[ \t>]*(?:\r\n?|\n))?[ \t>]+)+\[(?=[ \t\r\nxX]\](?:\s|$))/gmu

/** "- | -" */
const TABLE_BULLET = /^[ \t>]*-[ \t][-: \t]*[|:]/mu

/** "- | -", to its line's end */
const TABLE_BULLETS = /^[ \t>]*-[ \t][-|: \t]*$/gmu

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
