import { createHash } from 'node:crypto'

/** A text that crossoff wrote, by its seal. */
export interface Seal {
  /** Key of the entry that it tells. */
  readonly key: string
  /** Of the text that was written. */
  readonly hash: string
  /** Whether the text is as it was written, white space aside. */
  readonly isUntouched: boolean
}

/** The mark of an entry, for a comment in the text that tells it: `crossoff 0123456789ab-c0ffee00`. */
export function renderMark(key: string): string {
  return `crossoff ${key}`
}

/**
 * Seals a text that has one mark: behind it comes the hash of the text, eight hex digits.
 *
 * ```text
 * # crossoff 0123456789ab-c0ffee00 5d1e33a7
 *                                  ^^^^^^^^
 * ```
 */
export function sealText(text: string): string {
  return text.replace(MARK, (mark) => `${mark} ${hashText(text)}`)
}

/** Reads the seal of a text; `undefined` where it has none. */
export function readSeal(text: string): Seal | undefined {
  const { mark = '', key, hash = '' } = SEAL.exec(text)?.groups ?? {}
  if (key === undefined) return undefined
  return { key, hash, isUntouched: hashText(text.replace(SEAL, () => mark)) === hash }
}

/** "crossoff 0123456789ab-c0ffee00" */
const MARK = /crossoff [0-9a-f]{12}-[0-9a-f]{8}/u

/** "crossoff 0123456789ab-c0ffee00 5d1e33a7" */
const SEAL = /(?<mark>crossoff (?<key>[0-9a-f]{12}-[0-9a-f]{8})) (?<hash>[0-9a-f]{8})/u

/** Line ends and wraps are nobody's wording. */
function hashText(text: string): string {
  const folded = text.replaceAll(WHITE_SPACE, ' ').trim()
  return createHash('sha256').update(folded, 'utf8').digest('hex').slice(0, 8)
}

/** "\r\n" */
const WHITE_SPACE = /\s+/gu
