/**
 * Turns a name's bytes into a string, and back without loss.
 *
 * A name is bytes to the system; those that are no UTF-8 become the lone surrogates U+DC80 to
 * U+DCFF, which no valid name decodes to (Python's `surrogateescape`).
 */
export function decodeName(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.includes('\uFFFD') ? decodeBroken(bytes) : text
}

/** The same for a name's bytes that stand in a string, one a character: `latin1`, as output is split in. */
export function decodePrintedName(name: string): string {
  return decodeName(Buffer.from(name, 'latin1'))
}

/** Gives what `node:fs` takes for a name: the string itself, or its bytes where it is no UTF-8. */
export function encodeName(name: string): string | Buffer {
  if (name.isWellFormed()) return name
  const pieces = Array.from(name, (character) => {
    const unit = character.charCodeAt(0)
    const isEscape = character.length === 1 && unit >= ESCAPE + 0x80 && unit <= ESCAPE + 0xff
    return isEscape ? Buffer.from([unit - ESCAPE]) : Buffer.from(character, 'utf8')
  })
  return Buffer.concat(pieces)
}

const ESCAPE = 0xdc00

function decodeBroken(bytes: Uint8Array): string {
  let name = ''
  for (let index = 0; index < bytes.length;) {
    const length = lengthOfCharacter(bytes, index)
    if (length === 0) name += String.fromCharCode(ESCAPE + (bytes[index] ?? 0))
    else name += Buffer.from(bytes.subarray(index, index + length)).toString('utf8')
    index += Math.max(1, length)
  }
  return name
}

/** The bytes of the UTF-8 character that begins at an index; 0 where none does. */
function lengthOfCharacter(bytes: Uint8Array, index: number): number {
  for (let length = 1; length <= 4 && index + length <= bytes.length; length++) {
    const piece = Buffer.from(bytes.subarray(index, index + length))
    if (Buffer.from(piece.toString('utf8'), 'utf8').equals(piece)) return length
  }
  return 0
}
