import type { TextEdit } from '../text/text-edit.ts'

/** What lets a heading keep the anchor that it had. */
export interface KeptAnchor extends TextEdit {
  /** The document of the heading. */
  readonly file: string
}
