import type { Item } from '../document/document.ts'
import { countBlocks } from './count-blocks.ts'
import type { readTarget } from '../selectors/select-target.ts'
import type { Replay } from './replay.ts'

/** Where an operation puts an item, as a plan says it. */
export interface Place {
  readonly under?: Target
  readonly before?: Target
  readonly after?: Target
  /** Blocks of text, of the item that it is under, that stand before it. */
  readonly block?: number
}

type Target = ReturnType<typeof readTarget>

/**
 * Lists the places in which an item of the new revision could stand now, the likeliest first: behind
 * the sibling before it, before the one behind it, or below its parent.
 */
export function* findPlaces(replay: Replay, number: number): Generator<Place> {
  const wanted = replay.newItem(number)
  const parent = replay.matching.new.parents[number] ?? -1
  const holder = parent === -1 ? undefined : replay.itemOf(parent)
  if (parent !== -1 && holder === undefined) return
  const { before, behind } = findNeighbours(replay, number)
  const block =
    holder === undefined || holder.kind === 'label'
      ? undefined
      : countBlocks(replay.new, replay.newItem(parent), wanted)
  if (before !== undefined && canStandBeside(wanted, before) && isSameList(replay, wanted, before))
    yield { after: replay.targetOf(before) }
  if (behind !== undefined && canStandBeside(wanted, behind) && isSameList(replay, wanted, behind))
    yield { before: replay.targetOf(behind) }
  if (holder !== undefined && wanted.kind === 'bullet' && block !== undefined)
    yield { under: replay.targetOf(holder), block }
  if (before !== undefined && canStandBeside(wanted, before))
    yield { after: replay.targetOf(before) }
  if (behind !== undefined && canStandBeside(wanted, behind))
    yield { before: replay.targetOf(behind) }
  if (holder !== undefined) yield { under: replay.targetOf(holder) }
  else if (replay.stage.document.items.length === 0) yield {}
}

/** The nearest siblings of the new revision that are there already, below the same parent. */
function findNeighbours(
  replay: Replay,
  number: number,
): { readonly before: Item | undefined; readonly behind: Item | undefined } {
  const parent = replay.matching.new.parents[number] ?? -1
  const holder = parent === -1 ? undefined : replay.itemOf(parent)
  const siblings = holder === undefined ? replay.stage.document.items : holder.children
  const own = replay.itemOf(number)
  const numbers = siblings
    .filter((item) => item !== own)
    .flatMap((item) => {
      const sibling = replay.stage.identities.get(item)?.new
      return sibling === undefined || replay.matching.new.parents[sibling] !== parent
        ? []
        : [{ item, sibling }]
    })
  return {
    before: numbers.filter(({ sibling }) => sibling < number).at(-1)?.item,
    behind: numbers.find(({ sibling }) => sibling > number)?.item,
  }
}

function canStandBeside(wanted: Item, other: Item): boolean {
  return wanted.kind === other.kind
}

/** A paragraph between two bullets makes two lists of them. */
function isSameList(replay: Replay, wanted: Item, other: Item): boolean {
  const number = replay.stage.identities.get(other)?.new
  if (wanted.kind !== 'bullet' || number === undefined) return true
  const [left, right] = [wanted, replay.newItem(number)].map((item) => replay.new.syntax.get(item))
  return left?.kind === 'bullet' && right?.kind === 'bullet' && left.list === right.list
}
