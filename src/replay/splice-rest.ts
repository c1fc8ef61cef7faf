import { diffArrays } from 'diff'
import type { Operation } from '../plans/plan.ts'

/** The splice of a plan about one document. */
type Splice = Extract<Operation, { readonly op: 'splice' }>

/**
 * Plans the splices that make one text of another, each as small as it can be.
 *
 * @returns From the end of the text on, so that each finds its place untouched.
 */
export function spliceRest(before: string, after: string): Splice[] {
  if (before === after) return []
  const [old, lines] = [before.split(LINE), after.split(LINE)]
  const hunks = diffArrays(old, lines, { maxEditLength: MOST })
  const splices: Splice[] = []
  let start = 0
  const flush = (removed: string, added: string): void => {
    if (removed !== added) splices.push(toSplice(start, removed, added))
    start += removed.length
  }
  if (hunks === undefined) {
    flush(before, after)
    return splices
  }
  let removed = ''
  let added = ''
  for (const hunk of hunks) {
    const text = hunk.value.join('')
    if (hunk.removed) removed += text
    else if (hunk.added) added += text
    else {
      flush(removed, added)
      removed = ''
      added = ''
      start += text.length
    }
  }
  flush(removed, added)
  return splices.reverse()
}

/** Behind a line's end; lines keep theirs. */
const LINE = /(?<=\r\n|\n|\r(?!\n))/u

/** Beyond this many lines, what still differs is one splice. */
const MOST = 10_000

/** Leaves out what both texts begin and end with. */
function toSplice(start: number, removed: string, added: string): Splice {
  const length = Math.min(removed.length, added.length)
  let first = 0
  while (first < length && removed[first] === added[first]) first++
  let last = 0
  while (last < length - first && removed.at(-1 - last) === added.at(-1 - last)) last++
  // Half of a surrogate pair is no character that a plan could hold.
  if (isLow(removed, first) || isLow(added, first)) first--
  if (last > 0 && (isLow(removed, removed.length - last) || isLow(added, added.length - last)))
    last--
  const expect = removed.slice(first, removed.length - last)
  return {
    op: 'splice',
    start: start + first,
    end: start + first + expect.length,
    text: added.slice(first, added.length - last),
    expect,
  }
}

function isLow(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff
}
