/** A line at the end of a message that says something to programs: `Change-Id: I7e4c…`. */
export interface Trailer {
  /** As it is written; git does not tell upper from lower case. */
  readonly key: string
  /** On one line. */
  readonly value: string
}

/** A commit, with all that an entry of a changelog is made of. */
export interface CommitDetails {
  /** Hash, in hex. */
  readonly commit: string
  /** The whole message, lines ending with LF. */
  readonly message: string
  /** As `git interpret-trailers --parse` gives them, in order. */
  readonly trailers: readonly Trailer[]
  /** Paths of the files that it changed, from the repository's root; against its first parent for a merge. */
  readonly paths: readonly string[]
  /** The message of the merge that brought it to the branch; absent where it was made there. */
  readonly mergeMessage?: string
  /** The trailers of that message. */
  readonly mergeTrailers?: readonly Trailer[]
  /** The release that has it first, as its tag says: `1.4.0`; absent where none has. */
  readonly release?: string
}
