import type { Transition } from './transition.ts'

/**
 * The transitions that are known, by the ids of their two blobs.
 *
 * Kept as text between runs: only those that were asked for are written again, so that the text does
 * not outgrow the history.
 */
export class TransitionStore {
  readonly #known: ReadonlyMap<string, Transition>
  readonly #kept = new Map<string, Transition>()
  readonly #passing = new Map<string, Transition>()
  #isChanged = false

  /** @param text What `render` gave; anything else is as good as nothing. */
  constructor(text?: string) {
    this.#known = text === undefined ? new Map() : parseTransitions(text)
  }

  /** Whether `render` would give something new. */
  get isChanged(): boolean {
    return this.#isChanged
  }

  find(before: string | undefined, after: string | undefined): Transition | undefined {
    const name = nameOf(before, after)
    const known = this.#kept.get(name) ?? this.#passing.get(name)
    if (known !== undefined) return known
    const old = this.#known.get(name)
    if (old !== undefined) this.#kept.set(name, old)
    return old
  }

  /**
   * Adds a transition.
   *
   * @param isKept Whether it follows from its two blobs alone, so that it is true in any history.
   */
  add(
    before: string | undefined,
    after: string | undefined,
    transition: Transition,
    isKept: boolean,
  ): void {
    const name = nameOf(before, after)
    if (isKept) {
      this.#kept.set(name, transition)
      this.#isChanged = true
    } else this.#passing.set(name, transition)
  }

  render(): string {
    return JSON.stringify({ transitions: Object.fromEntries(this.#kept) })
  }
}

function nameOf(before: string | undefined, after: string | undefined): string {
  return `${before ?? ''}..${after ?? ''}`
}

/** Whoever keeps the text answers for it: it is of this very version, and whole. */
function parseTransitions(text: string): ReadonlyMap<string, Transition> {
  const value: unknown = JSON.parse(text)
  return hasTransitions(value) ? new Map(Object.entries(value.transitions)) : new Map()
}

function hasTransitions(
  value: unknown,
): value is { readonly transitions: Readonly<Record<string, Transition>> } {
  return typeof value === 'object' && value !== null && 'transitions' in value
}
