import type { ListItem, Root } from 'mdast'
import type { Entry } from '../entry.ts'

/** A release that has entries. */
export interface ReleaseTitle {
  /** `1.4.0`; what is in no release yet is called as the user says, or `Unreleased`. */
  readonly title: string
  /** Calendar date, ISO 8601; absent for what is in none. */
  readonly date?: string
  /** Newest first. */
  readonly entries: readonly Entry[]
}

/** Writes the entries of a format as list items. */
export interface ItemRenderer {
  /** On one line, with references. */
  brief(entry: Entry): ListItem
  /** With the reason below it. */
  withReason(entry: Entry): ListItem
}

/** A form in which a changelog is printed. */
export interface FormatDefinition {
  /** One sentence, as the reference shows it. */
  readonly summary: string
  /** Makes the tree of a changelog; releases are given newest first. */
  render(releases: readonly ReleaseTitle[], items: ItemRenderer): Root
}
