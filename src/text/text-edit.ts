import { CrossoffError } from '../errors.ts'
import type { Span } from './span.ts'

/** Replaces a run of characters: an insertion where the run is empty, a removal where `text` is. */
export interface TextEdit extends Span {
  /** What stands there afterwards. */
  readonly text: string
}

/**
 * Sorts edits by place, joins those that touch, and leaves out those that change nothing.
 *
 * Two edits that overlap, or two insertions at one place, whose order nobody could tell, are
 * refused: `edit-overlap`.
 */
export function sortEdits(edits: readonly TextEdit[], length: number): TextEdit[] {
  const sorted = edits
    .filter((edit) => edit.start !== edit.end || edit.text !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: TextEdit[] = []
  let last: TextEdit | undefined
  for (const edit of sorted) {
    const behind = last?.end ?? 0
    if (edit.start < behind || edit.end < edit.start || edit.end > length || isTwice(last, edit)) {
      throw new CrossoffError(
        'edit-overlap',
        `the edit of characters ${edit.start} to ${edit.end} overlaps another, or leaves the text of ${length}`,
      )
    }
    const before = joined.at(-1)
    // Two removals side by side would invert to two insertions at one place.
    if (before?.end === edit.start) {
      joined[joined.length - 1] = {
        start: before.start,
        end: edit.end,
        text: before.text + edit.text,
      }
    } else joined.push(edit)
    last = edit
  }
  return joined
}

function isTwice(last: TextEdit | undefined, edit: TextEdit): boolean {
  return last?.start === edit.start && last.end === edit.end && edit.start === edit.end
}

/** Applies edits, all placed in the text as it was; every character outside of them stays. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let behind = 0
  for (const edit of sortEdits(edits, text.length)) {
    result += text.slice(behind, edit.start) + edit.text
    behind = edit.end
  }
  return result + text.slice(behind)
}

/** Gives the edits that take `applyEdits(text, edits)` back to `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0
  return sortEdits(edits, text.length).map((edit) => {
    const start = edit.start + shift
    shift += edit.text.length - (edit.end - edit.start)
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) }
  })
}
