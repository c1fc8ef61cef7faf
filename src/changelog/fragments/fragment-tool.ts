import type { ChangeType, Entry } from '../entry.ts'

/** What the text of a fragment is written in. */
export type Markup = 'markdown' | 'rst'

/**
 * What a tool calls a change, by what the change is: the six types of Keep a Changelog, the type of
 * a Conventional Commit (`perf`), or `breaking` for one that its commit marks so.
 */
export type FragmentKinds = Readonly<Record<string, string>>

/** A file that a tool makes its changelog of. */
export interface Fragment {
  /** Path from the tool's folder. */
  readonly path: string
  readonly text: string
}

/** What a fragment is made of, beside the entry. */
export interface FragmentContent {
  /** The entry in words, with its references, on one line, in the markup that was asked for. */
  readonly wording: string
  readonly markup: Markup
  /** One of the tool's own. */
  readonly kind: string
  /** Asks which packages the change is released with; throws `usage` where none can be told. */
  packages(): readonly string[]
}

/** A tool that makes a changelog of one file a change. */
export interface FragmentTool {
  /** One sentence, lower case, no full stop. */
  readonly summary: string
  /** URL of the description of its files. */
  readonly source: string
  /** Folder that it looks in by default, from the root of the repository. */
  readonly folder: string
  /** What it takes texts for by default. */
  readonly markup: Markup
  readonly kinds: FragmentKinds & Readonly<Record<ChangeType, string>>
  /**
   * Gives an entry in the tool's own form. The text has the mark of the entry in a comment, see
   * `renderMark`, and the same entry always gets the same name.
   */
  write(entry: Entry, content: FragmentContent): Fragment
}
