/** What an item that left gets said of it at the end of a message. */
export interface DraftedTrailer {
  /** The whole title; empty where all items are meant that left. */
  readonly title: string
  /** What is written of the title: a beginning that no other item has. */
  readonly shortTitle: string
  /** Whether it was done; else nothing tells yet, and somebody has to choose. */
  readonly isDone: boolean
}

/** What a message may say of the items that a commit changes. */
export interface MessageDraft {
  /** At most 72 characters. */
  readonly subject: string
  /** A line a change; none where the subject says all. */
  readonly body: readonly string[]
  readonly trailers: readonly DraftedTrailer[]
}
