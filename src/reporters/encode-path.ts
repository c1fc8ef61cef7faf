/**
 * Writes a path as a relative reference of a URI (RFC 3986, section 4.2).
 *
 * A byte of a name that is no UTF-8, which stands in the path as a lone surrogate, is written as that byte.
 */
export function encodePath(path: string): string {
  return Array.from(path, (character) => {
    if (character === '/') return character
    const byte = (character.codePointAt(0) ?? 0) - ESCAPE
    if (byte >= 0x80 && byte <= 0xff) return `%${byte.toString(16).toUpperCase()}`
    return encodeURIComponent(character.toWellFormed())
  }).join('')
}

/** What stands for byte 0; see `decodeName`. */
const ESCAPE = 0xdc00
