import type { Moves } from '../links/moves.ts'
import type { PlanResult } from './plan-result.ts'

/** Tells where a plan takes documents and items. */
export function readMoves({ files, homes }: PlanResult): Moves {
  const known = files.flatMap(({ file, past }) =>
    past === undefined ? [] : [[file, past] as const],
  )
  return {
    places: new Map(known.map(([file]) => [file, file])),
    before: new Map(known),
    after: new Map(files.map(({ file, document }) => [file, document])),
    homes,
  }
}
