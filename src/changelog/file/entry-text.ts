import type { Entry } from '../entry.ts'

/** An entry with its wording. */
export interface EntryText {
  readonly entry: Entry
  /** Inline Markdown on one line, references included, without the marker. */
  readonly text: string
}
