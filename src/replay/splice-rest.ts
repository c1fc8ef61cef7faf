import { diffArrays } from 'diff'
import type { Operation } from '../plans/plan.ts'
import type { SourceText } from '../text/source-text.ts'

/** The splice of a plan about one document. */
type Splice = Extract<Operation, { readonly op: 'splice' }>

/** A document's text, as far as it matters to its bytes. */
type Text = Pick<SourceText, 'text' | 'hasBom'>

/**
 * Plans the splices that make one text of another, each as small as it can be.
 *
 * @returns From the end of the text on, so that each finds its place untouched.
 */
export function spliceRest(before: Text, after: Text): Splice[] {
  const splices = spliceText(before.text, after.text)
  if (before.hasBom === after.hasBom) return splices
  const mark = { op: 'splice' as const, start: 0, end: 0, text: '', expect: '' }
  return [...splices, { ...mark, bom: after.hasBom }]
}

function spliceText(before: string, after: string): Splice[] {
  if (before === after) return []
  const hunks = diffArrays(before.split(LINE), after.split(LINE), { maxEditLength: MOST })
  // So much differs that nobody would read it line by line.
  if (hunks === undefined) return [toSplice(0, before, after)]
  const splices: Splice[] = []
  let start = 0
  let removed = ''
  let added = ''
  for (const { value, added: isAdded, removed: isRemoved } of [...hunks, END]) {
    const text = value.join('')
    if (isRemoved) removed += text
    else if (isAdded) added += text
    else {
      if (removed !== added) splices.push(toSplice(start, removed, added))
      start += removed.length + text.length
      removed = ''
      added = ''
    }
  }
  return splices.reverse()
}

/** What stands behind the last line, in both texts. */
const END = { value: [''], added: false, removed: false }

/** Behind a line's end; lines keep theirs. */
const LINE = /(?<=\r\n|\n|\r(?!\n))/u

/** Beyond this many lines, what still differs is one splice. */
const MOST = 4_000

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
