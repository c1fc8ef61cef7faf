import type { Point } from './text/line-index.ts'
import type { TextEdit } from './text/text-edit.ts'

/** How much a finding matters: an error fails a run, a warning and a hint never do. */
export type Severity = 'error' | 'warning' | 'hint'

/** A finding about a document, as data. */
export interface Diagnostic {
  /** What kind of finding it is, `link/missing-anchor`; the word that ignores and the config use. */
  readonly code: string
  readonly severity: Severity
  /** What is wrong, values in backticks; lower case, no full stop. */
  readonly message: string
  /** Path from the repository's root, with `/`. */
  readonly file: string
  readonly start: Point
  readonly end: Point
  /** What it is about, as the document has it: a link's target, `docs/plan.md#beds`. */
  readonly about?: string
  /** The file that it is a link to and that lacks what was meant, or is gone: history may know of it. */
  readonly lost?: string
  /** The next step, or what was probably meant. */
  readonly help?: string
  /** What would mend it, byte-exactly. */
  readonly fix?: Fix
}

/** Edits that mend a finding. */
export interface Fix {
  /** What the edits do, in the imperative. */
  readonly title: string
  /** The document that is edited, where it is not the diagnostic's own. */
  readonly file?: string
  /** Edits of that file, in UTF-16 offsets of its text. */
  readonly edits: readonly TextEdit[]
}
