import { sortEdits, type TextEdit } from './text-edit.ts'

/** A run of the first text that is kept, or text that stands instead of what was there. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string }

/**
 * Joins two steps of editing into one.
 *
 * @param first Edits of a text.
 * @param second Edits of what the first step made of it.
 * @param length Length of the text before both, in UTF-16 units.
 * @returns Edits of the text before both, that give what both steps give.
 */
export function composeEdits(
  first: readonly TextEdit[],
  second: readonly TextEdit[],
  length: number,
): TextEdit[] {
  return toEdits(applyToPieces(toPieces(first, length), second), length)
}

function toPieces(edits: readonly TextEdit[], length: number): Piece[] {
  const pieces: Piece[] = []
  let behind = 0
  for (const edit of sortEdits(edits, length)) {
    pieces.push({ start: behind, end: edit.start }, { text: edit.text })
    behind = edit.end
  }
  pieces.push({ start: behind, end: length })
  return pieces.filter((piece) => sizeOf(piece) > 0)
}

function applyToPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const size = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0)
  const result: Piece[] = []
  const rest = [...pieces].reverse()
  let at = 0
  const take = (until: number, keep: boolean): void => {
    while (at < until) {
      const piece = rest.pop()
      if (piece === undefined) return
      const [head, tail] = split(piece, until - at)
      at += sizeOf(head)
      if (keep) result.push(head)
      if (tail !== undefined) rest.push(tail)
    }
  }
  for (const edit of sortEdits(edits, size)) {
    take(edit.start, true)
    take(edit.end, false)
    result.push({ text: edit.text })
  }
  take(size, true)
  return result
}

function sizeOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start
}

function split(piece: Piece, at: number): [Piece, Piece | undefined] {
  if (at >= sizeOf(piece)) return [piece, undefined]
  if ('text' in piece) return [{ text: piece.text.slice(0, at) }, { text: piece.text.slice(at) }]
  const middle = piece.start + at
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ]
}

function toEdits(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = []
  let behind = 0
  let text = ''
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      text += piece.text
      continue
    }
    if (piece.start === piece.end && piece.start < length) continue
    if (piece.start > behind || text !== '') edits.push({ start: behind, end: piece.start, text })
    text = ''
    behind = piece.end
  }
  return edits
}
