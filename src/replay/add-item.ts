import type { Item } from '../document/document.ts'
import { readBulletContent } from '../editing/bullet-content.ts'
import { lineStart } from '../text/line-index.ts'
import { findPlaces, type Place } from './find-places.ts'
import { type Gaps, readGaps, readLines } from './gaps.ts'
import type { Stage } from './rehearsal.ts'
import type { Attempt, Replay } from './replay.ts'

/**
 * Adds an item of the new revision, with all that is new below it.
 *
 * Where items that are there already are to stand in it, the text up to the first of them is added,
 * before it where it stands in place.
 */
export function addItem(replay: Replay, number: number): void {
  const item = replay.newItem(number)
  const adopted = findAdopted(replay, number)
  const end = adopted ?? Number(replay.matching.new.ends[number])
  const added = Array.from({ length: end - number }, (_, index) => number + index)
  const text = readText(replay, item, adopted)
  const wanted = readGaps(replay.new, item)
  const ways = waysOf(replay, number, adopted, { item, text, added })
  const isAdopted = (stage: Stage): boolean =>
    adopted === undefined ||
    replay.isMoving(adopted) ||
    stage.items.get(number) === holderOf(stage, adopted)
  const gapsOf = (stage: Stage): Gaps | undefined => {
    const now = stage.items.get(number)
    return now && readGaps(stage.document, now)
  }
  replay.attempt(
    ways,
    (stage) => replay.isPlaced(stage, number) && isAdopted(stage),
    (stage) => {
      const now = stage.items.get(number)
      return now !== undefined && readLines(stage.document, now).startsWith(text.verbatim)
    },
    (stage) => gapsOf(stage)?.before === wanted.before,
    (stage) => adopted !== undefined || gapsOf(stage)?.behind === wanted.behind,
  )
}

function holderOf(stage: Stage, number: number): Item | undefined {
  const item = stage.items.get(number)
  return item && stage.places.get(item)?.parent?.item
}

/** The first item below one that is there already. */
function findAdopted(replay: Replay, number: number): number | undefined {
  for (let below = number + 1; below < Number(replay.matching.new.ends[number]); below++)
    if (replay.itemOf(below) !== undefined) return below
  return undefined
}

interface ItemText {
  /** As a user would type it. */
  readonly plain: string
  /** Its lines as they stand. */
  readonly verbatim: string
}

function readText(replay: Replay, item: Item, adopted: number | undefined): ItemText {
  const { source } = replay.new
  const verbatim =
    adopted === undefined
      ? readLines(replay.new, item)
      : source.text
          .slice(
            lineStart(source.lines, item.span.start),
            lineStart(source.lines, replay.newItem(adopted).span.start),
          )
          .trimEnd()
  const isPlain = item.kind === 'bullet' && adopted === undefined
  return { verbatim, plain: isPlain ? readBulletContent(replay.new, item).join('\n') : verbatim }
}

interface Addition {
  readonly item: Item
  readonly text: ItemText
  readonly added: readonly number[]
}

function* waysOf(
  replay: Replay,
  number: number,
  adopted: number | undefined,
  { item, text, added }: Addition,
): Generator<Attempt> {
  const { before, behind } = readGaps(replay.new, item)
  const { kind } = item
  for (const { block, ...place } of placesOf(replay, number, adopted)) {
    const told = block === undefined ? {} : { block }
    const gaps =
      adopted === undefined ? { before, behind } : { before, behind: gapBehind(replay, adopted) }
    const operation = { op: 'add' as const, text: text.plain, kind, ...place }
    const plain = block === undefined ? operation : { ...operation, layout: told }
    yield { operation: plain, added }
    yield { operation: { ...operation, layout: { ...told, ...gaps } }, added }
    const layout = { verbatim: true, ...told, ...gaps }
    yield { operation: { ...operation, text: text.verbatim, layout }, added }
    // What stands behind it for now may need other blank lines than what will.
    const { behind: _behind, ...rest } = layout
    yield { operation: { ...operation, text: text.verbatim, layout: rest }, added }
  }
}

function gapBehind(replay: Replay, adopted: number): number {
  return readGaps(replay.new, replay.newItem(adopted)).before
}

/** A heading, or a label, that takes what stands behind it is put before the first of that. */
function* placesOf(replay: Replay, number: number, adopted: number | undefined): Generator<Place> {
  const isLeft = adopted !== undefined && !replay.isMoving(adopted)
  const first = isLeft ? replay.itemOf(adopted) : undefined
  if (first !== undefined && replay.newItem(number).kind !== 'bullet')
    yield { before: replay.targetOf(first) }
  yield* findPlaces(replay, number)
}
