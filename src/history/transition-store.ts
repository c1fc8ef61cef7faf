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
  #isChanged = false

  /** @param text What `render` gave; whoever kept it answers for its being whole and of this version. */
  constructor(text = '') {
    this.#known = new Map(text.split('\n').map(splitLine))
  }

  /** Whether `render` would give something new. */
  get isChanged(): boolean {
    return this.#isChanged
  }

  /** Whether a transition is known. */
  has(before: string | undefined, after: string | undefined): boolean {
    const name = nameOf(before, after)
    return this.#kept.has(name) || this.#known.has(name)
  }

  /** Gives a transition; `undefined` where it is not known. */
  find(before: string | undefined, after: string | undefined): Transition | undefined {
    const name = nameOf(before, after)
    const line = this.#kept.get(name) ?? this.#known.get(name)
    if (line === undefined) return undefined
    this.#kept.set(name, line)
    return parseTransition(line)
  }

  add(before: string | undefined, after: string | undefined, transition: Transition): void {
    this.#kept.set(nameOf(before, after), JSON.stringify(transition))
    this.#isChanged = true
  }

  render(): string {
    return [...this.#kept].map(([name, line]) => `${name} ${line}`).join('\n')
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
  const value: unknown = JSON.parse(line)
  return isTransition(value) ? value : undefined
}

/** Says only that a line is of the right form: what it says was written by this very version. */
function isTransition(value: unknown): value is Transition {
  return typeof value === 'object' && value !== null && 'runs' in value && 'changes' in value
}
