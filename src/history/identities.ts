import { shortHash } from '../document/hash-item.ts'
import type { Trace } from './transition.ts'

/**
 * Gives items their identities, and knows again those that come back.
 *
 * An identity follows from the place at which the item first stood, so that it is the same after the
 * commits were amended or rebased.
 */
export class Identities {
  readonly #born = new Map<string, number>()
  /** Those that are gone, by what they said and by where they stood; the last one gone last. */
  readonly #gone = new Map<string, string[]>()

  /** Buries an item that is gone. */
  bury(item: string, trace: Trace): void {
    for (const name of namesOf(trace)) {
      const items = this.#gone.get(name)
      if (items === undefined) this.#gone.set(name, [item])
      else items.push(item)
    }
  }

  /**
   * Tells who an item is that came: one that is gone and said the same or stood at the same place,
   * or a new one.
   *
   * @param isTaken Whether another item has an identity already.
   */
  identify(trace: Trace, isTaken: (item: string) => boolean): string {
    for (const name of namesOf(trace)) {
      const items = this.#gone.get(name) ?? []
      const index = items.findLastIndex((item) => !isTaken(item))
      const [item] = index === -1 ? [] : items.splice(index, 1)
      if (item !== undefined) return item
    }
    return this.#bear(trace)
  }

  #bear({ kind, path }: Trace): string {
    const place = JSON.stringify([kind, ...path])
    const nth = (this.#born.get(place) ?? 0) + 1
    this.#born.set(place, nth)
    return shortHash(JSON.stringify([place, nth]))
  }
}

/** What it said tells more than where it stood. */
function namesOf({ kind, path, key }: Trace): readonly string[] {
  return [`${kind} ${key}`, JSON.stringify([kind, ...path])]
}
