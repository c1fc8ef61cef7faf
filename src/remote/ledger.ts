/** What is known of addresses on the web, by the URL without fragment. */
export type Ledger = Readonly<Record<string, LedgerEntry>>

/** What was found at an address, when it was last asked for; days are ISO 8601, in UTC. */
export interface LedgerEntry {
  readonly status: 'alive' | 'moved' | 'dead'
  readonly day: string
  /** The first of the days in a row on which it was dead. */
  readonly since?: string
  /** How many of them were seen, while they are more than one and too few to be sure. */
  readonly seen?: number
  /** What says that it is dead: `404`. */
  readonly reason?: string
  /** Why it may not be the page that was meant, though it is there. */
  readonly suspect?: string
  /** Where it is for good, with the fragment of a redirect that has one. */
  readonly location?: string
  /** What the server calls this state of the page. */
  readonly etag?: string
  /** What is known of fragments, percent-encoding decoded. */
  readonly fragments?: Readonly<Record<string, LedgerFragment>>
}

/** What is known of a fragment. */
export interface LedgerFragment {
  /** Text of the heading that it stands for, or stood for. */
  readonly heading?: string
  /** Why nobody can tell. */
  readonly doubt?: string
  /** The first of the days in a row on which the page did not have it. */
  readonly since?: string
  /** How many of them were seen, while they are more than one and too few to be sure. */
  readonly seen?: number
  /** What was most like it then. */
  readonly closest?: { readonly anchor: string; readonly heading: string }
}

/** Finds what is known of a fragment; `constructor` is a fragment like any other. */
export function findFragment(
  { fragments = {} }: LedgerEntry,
  name: string,
): LedgerFragment | undefined {
  return Object.hasOwn(fragments, name) ? fragments[name] : undefined
}
