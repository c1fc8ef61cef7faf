import { isTransition } from './is-transition.ts'
import type { Transition } from './transition.ts'

/**
 * The transitions that are known, by the ids of their two blobs.
 *
 * Kept as text, a line each, between runs and in memory: one that is followed is read from its line,
 * so that a long history takes little room. Only those that were asked for are written again, and the
 * text does not outgrow the history.
 */
export class TransitionStore {
  readonly #known: ReadonlyMap<string, string>
  readonly #kept = new Map<string, string>()
  /** Those that were asked about and are yet to be followed: a line is read once. */
  readonly #seen = new Map<string, Transition>()
  #isChanged = false

  /**
   * @param texts What `render` gave, once or more often; whoever kept it answers for its being of this
   * version. A line that is no transition is as good as none.
   */
  constructor(...texts: readonly (string | undefined)[]) {
    this.#known = new Map(texts.flatMap((text = '') => text.split('\n').map(splitLine)))
  }

  /** Whether `render` would give something that none of the texts has. */
  get isChanged(): boolean {
    return this.#isChanged
  }

  /** Whether a transition is known. */
  has(before: string | undefined, after: string | undefined): boolean {
    const name = nameOf(before, after)
    const transition = this.#read(name)
    if (transition !== undefined) this.#seen.set(name, transition)
    return transition !== undefined
  }

  /** Gives a transition; `undefined` where it is not known. */
  find(before: string | undefined, after: string | undefined): Transition | undefined {
    const name = nameOf(before, after)
    const transition = this.#read(name)
    const line = this.#known.get(name)
    if (transition !== undefined && line !== undefined && !this.#kept.has(name))
      this.#kept.set(name, line)
    this.#seen.delete(name)
    return transition
  }

  add(before: string | undefined, after: string | undefined, transition: Transition): void {
    this.#kept.set(nameOf(before, after), JSON.stringify(transition))
    this.#isChanged = true
  }

  render(): string {
    return [...this.#kept].map(([name, line]) => `${name} ${line}`).join('\n')
  }

  #read(name: string): Transition | undefined {
    const seen = this.#seen.get(name)
    if (seen !== undefined) return seen
    const line = this.#kept.get(name) ?? this.#known.get(name)
    return line === undefined ? undefined : parseTransition(line)
  }
}

function nameOf(before: string | undefined, after: string | undefined): string {
  return `${before ?? ''}..${after ?? ''}`
}

function splitLine(line: string): [name: string, transition: string] {
  const end = line.indexOf(' ')
  return [line.slice(0, end), line.slice(end + 1)]
}

function parseTransition(line: string): Transition | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isTransition(value) ? value : undefined
  } catch {
    // Cut, or written by something else: then it is read anew.
    return undefined
  }
}
