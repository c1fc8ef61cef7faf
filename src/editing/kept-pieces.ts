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
  while (first < pieces.length && startsWithPiece(rest, pieces[first] ?? '')) {
    rest = trimLines(rest.slice((pieces[first] ?? '').length))
    first++
  }
  while (
    last < pieces.length - first &&
    endsWithPiece(rest, pieces[pieces.length - 1 - last] ?? '')
  ) {
    rest = rest.slice(0, rest.length - (pieces[pieces.length - 1 - last] ?? '').length).trimEnd()
    last++
  }
  // With all pieces kept, text that is left over extends the last of them.
  if (first + last === pieces.length && rest !== '' && first > 0) {
    return { first: first - 1, last, middle: `${pieces[first - 1] ?? ''}\n\n${rest}` }
  }
  return { first, last, middle: rest }
}

function startsWithPiece(text: string, piece: string): boolean {
  return text === piece || text.startsWith(`${piece}\n\n`)
}

function endsWithPiece(text: string, piece: string): boolean {
  return text === piece || text.endsWith(`\n\n${piece}`)
}
