import type { NumberedChange } from '../../src/diff/change.ts'
import { type Forest, pathOf } from '../../src/matching/forest.ts'
import { entryAt, type Matching } from '../../src/matching/pairing.ts'
import type { Diff } from './diff-texts.ts'

/** What is wrong with a diff, whatever its revisions are; empty where nothing is. */
export function diffProblems({ matching, changes }: Diff): string[] {
  return [
    ...pairProblems(matching),
    ...coverProblems(matching, changes),
    ...changes.flatMap((change) => changeProblems(matching, change)),
    ...orderProblems(changes),
  ]
}

/** Each item is in one pair at most, and the pairs are of one kind. */
function pairProblems(matching: Matching): string[] {
  const problems: string[] = []
  const taken = new Set<number>()
  for (const [old, entry] of matching.old.entries.entries()) {
    const number = matching.newOf(old)
    if (number === undefined) continue
    if (taken.has(number)) problems.push(`new ${number} is in two pairs`)
    taken.add(number)
    if (matching.oldOf(number) !== old) problems.push(`${old} → ${number} is no pair both ways`)
    if (entryAt(matching.new, number).kind !== entry.kind)
      problems.push(`${old} → ${number} is of two kinds`)
  }
  for (const number of matching.new.entries.keys())
    if (matching.oldOf(number) !== undefined && !taken.has(number))
      problems.push(`new ${number} has a partner that does not know it`)
  return problems
}

/** Every unpaired item is told by exactly one change, of itself or of an item around it. */
function coverProblems(matching: Matching, changes: readonly NumberedChange[]): string[] {
  const dropped = changes.flatMap(({ change, old }) => (change === 'dropped' ? [old ?? -1] : []))
  const added = changes.flatMap((each) => (each.change === 'added' ? [each.new ?? -1] : []))
  return [
    ...coverOf('dropped', matching.old, dropped, (old) => matching.newOf(old)),
    ...coverOf('added', matching.new, added, (number) => matching.oldOf(number)),
  ]
}

function coverOf(
  word: string,
  forest: Forest,
  told: readonly number[],
  partnerOf: (number: number) => number | undefined,
): string[] {
  const problems: string[] = []
  for (const number of forest.entries.keys()) {
    // An unpaired item is told with the one around it only where all below that one is unpaired.
    const tellers = told.filter(
      (teller) =>
        teller === number ||
        (teller < number &&
          number < Number(forest.ends[teller]) &&
          isAlone(forest, teller, partnerOf)),
    )
    const wanted = partnerOf(number) === undefined ? 1 : 0
    if (tellers.length !== wanted)
      problems.push(`${word} ${number} is told ${tellers.length} times, not ${wanted}`)
  }
  return problems
}

function isAlone(
  { ends }: Forest,
  number: number,
  partnerOf: (number: number) => number | undefined,
): boolean {
  for (let below = number; below < Number(ends[number]); below++)
    if (partnerOf(below) !== undefined) return false
  return true
}

/** A change says of its item what both revisions say. */
function changeProblems(matching: Matching, change: NumberedChange): string[] {
  const { old, new: number } = change
  const isLost = change.change === 'dropped'
  const [forest, at] = isLost ? [matching.old, old] : [matching.new, number]
  if (at === undefined) return [`${change.change} has no item`]
  const entry = entryAt(forest, at)
  const same = (name: string, found: unknown, wanted: unknown): string[] =>
    JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`${change.change} ${at}: ${name} is ${String(found)}, not ${String(wanted)}`]
  const problems = [
    ...same('kind', change.kind, entry.kind),
    ...same('title', change.title, entry.title),
    ...same('path', change.path, pathOf(forest, at)),
  ]
  if (isLost || change.change === 'added')
    return [...problems, ...same('other side', isLost ? number : old, undefined)]
  if (old === undefined || number === undefined || matching.newOf(old) !== number)
    return [...problems, `${change.change} ${at} is about no pair`]
  const sides = [
    { state: change.before, forest: matching.old, at: old },
    { state: change.after, forest: matching.new, at: number },
  ]
  return [
    ...problems,
    ...sides.flatMap(({ state, forest: side, at: place }) => {
      const { title, source, text, status } = entryAt(side, place)
      // Where the title alone is written otherwise, it stands before the text.
      const texts = [text, [source, text].filter((part) => part !== '').join('\n\n')]
      return [
        ...(state === undefined ? [`${change.change} ${at} does not say what was and is`] : []),
        ...(state?.title === undefined ? [] : same('title', state.title, title)),
        ...(state?.text === undefined || texts.includes(state.text)
          ? []
          : same('text', state.text, text)),
        ...(state?.status === undefined ? [] : same('status', state.status, status)),
        ...(state?.path === undefined ? [] : same('path', state.path, pathOf(side, place))),
      ]
    }),
  ]
}

const WORDS = ['renamed', 'moved', 'edited', 'checked', 'unchecked']

/** Changes stand in the order of the new revision; those of one item in the order of the words. */
function orderProblems(changes: readonly NumberedChange[]): string[] {
  const problems: string[] = []
  const kept = changes.filter((change) => change.new !== undefined)
  kept.forEach((change, index) => {
    const last = kept[index - 1]
    if (last?.new === undefined || change.new === undefined) return
    const isSorted =
      last.new < change.new ||
      (last.new === change.new && WORDS.indexOf(last.change) < WORDS.indexOf(change.change))
    if (!isSorted) problems.push(`${change.change} ${change.new} stands behind ${last.new}`)
  })
  const names = changes.map(({ change, old, new: number }) => `${change} ${old} ${number}`)
  if (new Set(names).size < names.length) problems.push('one change is told twice')
  return problems
}
