import { countBytes } from './count-bytes.ts'

/** Pieces of a report, as many as a host takes. */
export interface Taken {
  readonly pieces: readonly string[]
  /** How many were left out, from the end. */
  readonly left: number
}

/** What a report may hold. */
export interface Room {
  readonly bytes: number
  readonly count?: number
}

/**
 * Takes pieces from the first on, until one more would be too much.
 *
 * @param separator Bytes between two pieces.
 */
export function takeWithin(
  pieces: readonly string[],
  { bytes, count }: Room,
  separator = 0,
): Taken {
  let used = 0
  let taken = 0
  for (const piece of pieces) {
    used += countBytes(piece) + separator
    if (used > bytes || taken === count) break
    taken++
  }
  return { pieces: pieces.slice(0, taken), left: pieces.length - taken }
}
