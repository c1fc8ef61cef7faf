import type { FileSummary } from './file-summary.ts'

/**
 * What is known of an address: `failing` is dead on too few days for a run to fail, `unknown` was never
 * answered for certain, `skipped` is left alone by the config.
 */
export type LinkStatus = 'alive' | 'moved' | 'failing' | 'dead' | 'unknown' | 'skipped'

/** Since when something is gone. */
export interface StreakView {
  /** The first of the days in a row on which it was gone. */
  readonly since?: string
  /** The first day on which a run fails, if it is gone then too. */
  readonly failsOn?: string
}

/** What is known of a fragment. */
export interface FragmentView extends StreakView {
  readonly fragment: string
  readonly status: LinkStatus
  /** Text of the heading that it stands for, or stood for. */
  readonly heading?: string
  /** Why nobody can tell. */
  readonly reason?: string
  /** What is most like it now. */
  readonly closest?: { readonly anchor: string; readonly heading: string }
}

/** Where a document links to an address. */
export interface LinkPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly fragment?: string
}

/** An address on the web: what is known of it, and who links to it. */
export interface LinkView extends StreakView {
  /** Without fragment. */
  readonly url: string
  /** The worst of the page and of the fragments that links have. */
  readonly status: LinkStatus
  /** When it was last asked for. */
  readonly day?: string
  /** From when on it is asked for again; absent where it is asked for each time. */
  readonly dueOn?: string
  /** What says that it is gone; of one that is there, why it may not be the page that is meant. */
  readonly reason?: string
  /** Where it is for good. */
  readonly location?: string
  readonly etag?: string
  readonly fragments: readonly FragmentView[]
  readonly links: readonly LinkPlace[]
}

/** What is known of the web. */
export interface LinksReport {
  readonly kind: 'links'
  /** By the day on which they were asked for, what was never asked first. */
  readonly links: readonly LinkView[]
  /** Addresses that the ledger has, and no document. */
  readonly unlinked: readonly string[]
}

/** A request for a page, and what came of it. */
export interface HopView {
  readonly method: string
  readonly url: string
  readonly result: string
}

/** All that is known of one address. */
export interface LinkReport {
  readonly kind: 'link'
  readonly link: LinkView
  /** What to do now. */
  readonly next: readonly string[]
  /** What asking brought, where that was wanted. */
  readonly hops?: readonly HopView[]
}

/** What became of a ledger. */
export interface LinksChangeReport {
  readonly kind: 'links-change'
  readonly outcome: 'written' | 'planned'
  /** Addresses that were asked for, or would be. */
  readonly asked: readonly string[]
  /** What nobody could tell, and why. */
  readonly doubts: readonly { readonly url: string; readonly reason: string }[]
  /** Addresses that are other than they were. */
  readonly changes: readonly {
    readonly url: string
    readonly before?: LinkStatus
    readonly after?: LinkStatus
  }[]
  /** Absent where nobody has asked yet. */
  readonly file?: FileSummary
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}
