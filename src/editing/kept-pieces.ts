import { trimLines } from './columns.ts'

/** What changes between two bodies: pieces at either end stay. */
export interface KeptPieces {
  /** Number of pieces that stay at the start, and at the end. */
  readonly first: number
  readonly last: number
  /** The text between them; empty where they are all of it. */
  readonly middle: string
}

/** Compares a body with the text that is to replace it, piece by piece. */
export function findKeptPieces(pieces: readonly string[], wanted: string): KeptPieces {
  let rest = wanted
  let first = 0
  let last = 0
  for (const piece of pieces) {
    if (rest !== piece && !rest.startsWith(`${piece}\n\n`)) break
    rest = trimLines(rest.slice(piece.length))
    first++
  }
  for (const piece of pieces.slice(first).reverse()) {
    if (rest !== piece && !rest.endsWith(`\n\n${piece}`)) break
    rest = rest.slice(0, rest.length - piece.length).trimEnd()
    last++
  }
  const before = pieces[first - 1]
  // With all pieces kept, text that is left over extends the last of them.
  if (before !== undefined && first + last === pieces.length && rest !== '')
    return { first: first - 1, last, middle: `${before}\n\n${rest}` }
  return { first, last, middle: rest }
}
