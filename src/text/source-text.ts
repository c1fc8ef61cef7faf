import { CrossoffError } from '../errors.ts'
import { partitionPoint } from '../partition-point.ts'
import { type LineIndex, readLineIndex } from './line-index.ts'

/** A document's text, kept so that its bytes can be written back unchanged. */
export interface SourceText {
  /** The text without a byte order mark; line ends, tabs and NUL as they are in the file. */
  readonly text: string
  /** Whether the file starts with a UTF-8 byte order mark. */
  readonly hasBom: boolean
  /** Where the lines start. */
  readonly lines: LineIndex
}

/**
 * Reads the bytes of a file as UTF-8.
 *
 * A file that is not valid UTF-8 is refused, never repaired: `not-utf8`, with the byte's offset.
 */
export function parseSourceText(bytes: Uint8Array, file = 'document'): SourceText {
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = hasBom ? bytes.subarray(3) : bytes
  try {
    return toSourceText(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content),
      hasBom,
    )
  } catch (cause) {
    const offset = (hasBom ? 3 : 0) + firstInvalidByte(content)
    throw new CrossoffError('not-utf8', `\`${file}\` is not valid UTF-8 at byte ${offset}`, {
      help: 'convert the file to UTF-8 (for instance with `iconv`) and run crossoff again',
      cause,
    })
  }
}

/** Takes a string as a document's text; a lone surrogate, which no file can hold, is refused. */
export function toSourceText(text: string, hasBom = false): SourceText {
  if (!text.isWellFormed()) {
    throw new CrossoffError(
      'not-utf8',
      'the text holds half of a surrogate pair, which UTF-8 cannot write',
    )
  }
  return { text, hasBom, lines: readLineIndex(text) }
}

/** Writes a text back as the bytes of a file. */
export function renderSourceText(source: SourceText): Uint8Array {
  return new TextEncoder().encode(source.hasBom ? `\uFEFF${source.text}` : source.text)
}

function firstInvalidByte(bytes: Uint8Array): number {
  // A decoder that streams says nothing of an incomplete tail, so the longest prefix that it
  // takes ends right before the first byte that cannot be part of a character.
  return partitionPoint(bytes.length, (place) => isValidPrefix(bytes.subarray(0, place + 1)))
}

function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
