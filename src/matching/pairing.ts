import type { Entry } from './entry.ts'
import type { Forest } from './forest.ts'

/** Which items of two revisions are the same. */
export interface Matching {
  readonly old: Forest
  readonly new: Forest
  /** The number in the new revision of an item of the old one; `undefined` where it is gone. */
  newOf(old: number): number | undefined
  /** The number in the old revision of an item of the new one; `undefined` where it was not there. */
  oldOf(number: number): number | undefined
}

/** A matching while it is being made: a pair, once made, stays. */
export class Pairing implements Matching {
  readonly old: Forest
  readonly new: Forest
  readonly #toNew: (number | undefined)[]
  readonly #toOld: (number | undefined)[]
  #pairs = 0

  constructor(old: Forest, revised: Forest) {
    this.old = old
    this.new = revised
    this.#toNew = Array<undefined>(old.entries.length).fill(undefined)
    this.#toOld = Array<undefined>(revised.entries.length).fill(undefined)
  }

  newOf(old: number): number | undefined {
    return this.#toNew[old]
  }

  oldOf(number: number): number | undefined {
    return this.#toOld[number]
  }

  /** Whether one side has no item any more that could be paired. */
  get isDone(): boolean {
    return this.#pairs === Math.min(this.#toNew.length, this.#toOld.length)
  }

  /** Says that two items are the same; what is below them is not said. */
  pair(old: number, number: number): void {
    this.#toNew[old] = number
    this.#toOld[number] = old
    this.#pairs++
  }

  /** Says that two items of equal keys are the same, and so is what is below them, one by one. */
  pairTrees(old: number, number: number): void {
    const size = Number(this.old.ends[old]) - old
    for (let below = 0; below < size; below++) {
      // A pair that was found before has better reasons than the place below a parent.
      if (this.#toNew[old + below] !== undefined || this.#toOld[number + below] !== undefined)
        continue
      this.pair(old + below, number + below)
    }
  }

  /** The items of the old revision that are not paired, in document order. */
  freeOld(): number[] {
    return listUndefined(this.#toNew)
  }

  /** The items of the new revision that are not paired, in document order. */
  freeNew(): number[] {
    return listUndefined(this.#toOld)
  }
}

function listUndefined(partners: readonly (number | undefined)[]): number[] {
  const free: number[] = []
  for (let number = 0; number < partners.length; number++)
    if (partners[number] === undefined) free.push(number)
  return free
}

/** Gives the entry of a number. */
export function entryAt({ entries }: Forest, number: number): Entry {
  const entry = entries[number]
  if (entry === undefined) throw new Error(`there is no item ${number}`)
  return entry
}
