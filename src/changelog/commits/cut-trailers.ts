import type { Trailer } from './commit-details.ts'

/**
 * Takes the trailers off the paragraphs of a message, its subject aside.
 *
 * Which lines are trailers is git's to say, by settings that are not known here. They stand in one
 * paragraph, in order, and end with their value. Git takes other lines beside them for a part of
 * that block: such a line may be the reason of the change, and stays. What stands behind the block
 * (a list of conflicts, comments) was written by a program, and goes.
 */
export function cutTrailers(paragraphs: readonly string[], trailers: readonly Trailer[]): string[] {
  if (trailers.length === 0) return [...paragraphs]
  for (let index = paragraphs.length - 1; index >= 0; index--) {
    const rest = cutBlock(paragraphs[index] ?? '', trailers)
    if (rest === undefined) continue
    return [...paragraphs.slice(0, index), ...(rest === '' ? [] : [rest])]
  }
  return [...paragraphs]
}

/** Gives what is left of a block without its trailers; `undefined` where not all of them are in it. */
function cutBlock(block: string, trailers: readonly Trailer[]): string | undefined {
  let next = 0
  const kept = block.split(ENTRY).filter((entry) => {
    const trailer = trailers[next]
    if (trailer === undefined || !isTrailer(entry, trailer)) return !MADE_BY_GIT.test(entry)
    next++
    return false
  })
  return next === trailers.length ? kept.join('\n') : undefined
}

/** Compares without white space, which git folds where a value has several lines. */
function isTrailer(entry: string, { value }: Trailer): boolean {
  return TOKEN.test(entry) && squeeze(entry).endsWith(squeeze(value))
}

function squeeze(text: string): string {
  return text.replaceAll(WHITE_SPACE, '')
}

/** A line break before a line that does not go on with the one before. */
const ENTRY = /\n(?=\S)/u
/** "Change-Id: I7e4c", "Bug #43": letters, then a mark, which settings choose. */
const TOKEN = /^[\w-]+[ \t]*[^\w\s-]/u
/** "(cherry picked from commit 54a4f0239f2e)", "# Conflicts:" */
const MADE_BY_GIT = /^(?:\(cherry picked from commit [0-9a-f]+\)$|#)/u
const WHITE_SPACE = /\s+/gu
