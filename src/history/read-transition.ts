import type { NumberedChange } from '../diff/change.ts'
import { diffForests } from '../diff/diff-forests.ts'
import { shortHash } from '../document/hash-item.ts'
import { type Forest, pathOf } from '../matching/forest.ts'
import { matchForests } from '../matching/match-forests.ts'
import { entryAt, type Matching } from '../matching/pairing.ts'
import type { Run, Trace, TracedChange, Transition } from './transition.ts'

/** Reads what happened between two revisions. */
export function readTransition(old: Forest, revised: Forest): Transition {
  const matching = matchForests(old, revised)
  return {
    runs: readRuns(matching),
    changes: diffForests(matching).map(withoutTexts),
    came: readTraces(revised, (number) => matching.oldOf(number)),
    went: readTraces(old, (number) => matching.newOf(number)),
    size: revised.entries.length,
  }
}

function readRuns(matching: Matching): Run[] {
  const runs: [number, number, number][] = []
  for (const old of matching.old.entries.keys()) {
    const number = matching.newOf(old)
    const last = runs.at(-1)
    if (number === undefined) continue
    if (last?.[0] === old - (last?.[2] ?? 0) && last[1] === number - last[2]) last[2]++
    else runs.push([old, number, 1])
  }
  return runs
}

function readTraces(forest: Forest, partnerOf: (number: number) => number | undefined): Trace[] {
  return [...forest.entries.keys()]
    .filter((number) => partnerOf(number) === undefined)
    .map((number) => {
      const { kind, key } = entryAt(forest, number)
      return { number, kind, path: pathOf(forest, number), key: shortHash(key) }
    })
}

/** A text may be long, and is in the revisions for whoever needs it. */
function withoutTexts(change: NumberedChange): TracedChange {
  if (change.change !== 'edited') return change
  const { before = {}, after = {}, ...rest } = change
  const [{ text: _was, ...old }, { text: _is, ...revised }] = [before, after]
  return Object.keys(old).length === 0 ? rest : { ...rest, before: old, after: revised }
}
