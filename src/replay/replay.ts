import { findMoves, type Move } from '../diff/find-moves.ts'
import type { Document, Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import type { Matching } from '../matching/pairing.ts'
import { entryAt } from '../matching/pairing.ts'
import type { Operation } from '../plans/plan.ts'
import { readTarget } from '../selectors/select-target.ts'
import { countBlocks } from './count-blocks.ts'
import { type Footprint, readFootprint } from './footprint.ts'
import { createStage, rehearse, type Rehearsed, type Stage } from './rehearsal.ts'

/** What a plan that replays a difference is made from. */
export interface ReplaySources {
  readonly old: Document
  readonly new: Document
  /** Its forests hold the items of the two documents. */
  readonly matching: Matching
  readonly parse: (text: string) => Document
}

/** An operation that may be a step of the plan. */
export interface Attempt {
  readonly operation: Operation
  /** Numbers, in the new revision, of the items that it adds. */
  readonly added?: readonly number[]
}

/** How much text may be parsed for one plan, in UTF-16 units: some seconds' worth. */
const PATIENCE = 12_000_000

/** A text that takes a second for each try is not tried on. */
const LARGEST = 1_000_000

/** Operations go down a list by calls; nobody nests one deeper than this, and paths are as long. */
const DEEPEST = 500

/** A plan while it is being made: the steps so far, and the document that they lead to. */
export class Replay {
  readonly new: Document
  readonly matching: Matching
  readonly operations: Operation[] = []
  readonly footprints: Footprint[] = []
  readonly #parse: (text: string) => Document
  readonly #moves: ReadonlyMap<number, Move>
  #left = PATIENCE
  stage: Stage

  constructor({ old, new: revised, matching, parse }: ReplaySources) {
    this.new = revised
    this.matching = matching
    this.#moves = findMoves(matching)
    let last: Document | undefined
    this.#parse = (text) => {
      // What an operation has tried, the rehearsal parses once more.
      if (last?.source.text === text) return last
      this.#left -= text.length
      return (last = parse(text))
    }
    const identities = matching.old.entries.flatMap(({ item }, number) =>
      item === undefined ? [] : [[item, { old: number, new: matching.newOf(number) }] as const],
    )
    this.stage = createStage(old, new Map(identities))
    if (isBeyond(old) || isBeyond(revised)) this.#left = 0
  }

  /** Whether there is no time left to try more. */
  get isSpent(): boolean {
    return this.#left <= 0
  }

  /**
   * Takes the way of doing one thing that meets the most wishes, the first of those that meet as many.
   *
   * @param wishes What the stage behind it should be like, the most important first.
   * @returns Whether any way was possible.
   */
  attempt(ways: Iterable<Attempt>, ...wishes: readonly ((stage: Stage) => boolean)[]): boolean {
    let best: (Rehearsed & { readonly operation: Operation }) | undefined
    let most = -1
    for (const { operation, added } of ways) {
      if (this.isSpent) break
      const next = rehearse(this.stage, operation, this.#parse, added)
      if (next === undefined) continue
      const score = wishes.reduce((sum, isMet) => sum * 2 + (isMet(next.stage) ? 1 : 0), 0)
      if (score > most) {
        most = score
        best = { ...next, operation }
      }
      if (score === 2 ** wishes.length - 1) break
    }
    if (best === undefined) return false
    const { operation, stage, edits } = best
    this.footprints.push(readFootprint(operation, this.stage, stage, edits))
    this.operations.push(operation)
    this.stage = stage
    return true
  }

  /** How an operation names an item as it stands now; what it would lose is guarded by `expect`. */
  targetOf(item: Item, guard?: 'guarded'): ReturnType<typeof readTarget> {
    const { expect, ...target } = readTarget(this.stage.document, item)
    return guard === undefined || expect === undefined ? target : { ...target, expect }
  }

  /** The item of the new revision with a number. */
  newItem(number: number): Item {
    const { item } = entryAt(this.matching.new, number)
    if (item === undefined) throw new Error(`the item ${number} was read without its document`)
    return item
  }

  /** Where an item of the new revision stands now; `undefined` while it is not there. */
  itemOf(number: number): Item | undefined {
    return this.stage.items.get(number)
  }

  /** Whether an item of the new revision came to its place by itself. */
  isMoving(number: number): boolean {
    return this.#moves.get(number) === 'explicit'
  }

  /** Whether as many of the parent's blocks of text stand before an item as at last. */
  #isAmongBlocks(stage: Stage, number: number, parent: number): boolean {
    const holder = stage.items.get(parent)
    const item = stage.items.get(number)
    if (item?.kind !== 'bullet' || holder === undefined) return true
    const wanted = this.newItem(parent)
    const count = countBlocks(stage.document, holder)
    if (count !== countBlocks(this.new, wanted)) return true
    return (
      countBlocks(stage.document, holder, item) ===
      countBlocks(this.new, wanted, this.newItem(number))
    )
  }

  /**
   * Whether an item stands below the parent that the new revision has it below, behind those of its
   * siblings that stand before it there and are in place.
   */
  isPlaced(stage: Stage, number: number): boolean {
    const item = stage.items.get(number)
    if (item === undefined) return false
    const { parents } = this.matching.new
    const parent = parents[number] ?? -1
    const holder = parent === -1 ? undefined : stage.items.get(parent)
    if (parent !== -1 && holder === undefined) return false
    const siblings = holder === undefined ? stage.document.items : holder.children
    const at = siblings.indexOf(item)
    if (at === -1 || !this.#isAmongBlocks(stage, number, parent)) return false
    return siblings.every((sibling, index) => {
      const other = stage.identities.get(sibling)?.new
      if (other === undefined || other === number || parents[other] !== parent) return true
      // One that is yet to be moved is no reason to move another.
      return other < number ? index < at : index > at || this.isMoving(other)
    })
  }
}

/** Whether a document is too large, or too deep, to try anything on it. */
function isBeyond({ source, items }: Document): boolean {
  return (
    source.text.length > LARGEST || walkItems(items).some(({ item }) => item.path.length > DEEPEST)
  )
}
