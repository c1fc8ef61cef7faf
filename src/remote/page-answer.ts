/** What was found at an address. */
export type PageAnswer = KnownAnswer | UnknownAnswer

/** A page that is there, somewhere else for good, or gone. */
export interface KnownAnswer {
  readonly status: 'alive' | 'moved' | 'dead'
  /** Where it is now, with the fragment of a redirect that has one; of `moved` alone. */
  readonly location?: string
  /** What says that it is gone: `404`; of `dead` alone. */
  readonly reason?: string
  /** Why it may not be the page that was meant, though it is there. */
  readonly suspect?: string
  readonly etag?: string
  /** The server says that the page is as it was: fragments too. */
  readonly isSame?: boolean
  /** What came of each fragment that was asked for. */
  readonly fragments: Readonly<Record<string, FragmentAnswer>>
}

/** Nobody can tell. */
export interface UnknownAnswer {
  readonly status: 'unknown'
  readonly reason: string
}

/** What came of a fragment. */
export type FragmentAnswer =
  | { readonly status: 'alive'; readonly heading: string }
  | {
      readonly status: 'dead'
      /** All anchors of headings that the page has. */
      readonly anchors: readonly { readonly anchor: string; readonly heading: string }[]
      /** Why it may be there all the same, unless it was seen in the page before. */
      readonly doubt?: string
    }
  | { readonly status: 'unknown'; readonly reason: string }
