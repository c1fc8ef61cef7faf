/** What a commit refers to. */
export type ReferenceKind = 'commit' | 'change' | 'review' | 'request' | 'issue'

/** Something that a commit refers to, which a reader may want to see. */
export interface Reference {
  readonly kind: ReferenceKind
  /** What a reader calls it: `#123`, `!45`, `12607`, `I7e4c…`, or the commit's first ten digits. */
  readonly text: string
  /** Where it can be seen; absent where nothing tells. */
  readonly url?: string
}
