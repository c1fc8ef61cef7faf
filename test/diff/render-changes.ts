import type { NumberedChange } from '../../src/diff/change.ts'
import { type Forest, pathOf } from '../../src/matching/forest.ts'
import type { Diff } from './diff-texts.ts'

/**
 * Renders what a diff says, one change a line, with all that a change holds:
 *
 * ```
 * renamed section Garden › Beds ‹ Garden › Plots
 * moved bullet Garden › Beds › rake ‹ Garden › Shed › rake (implied)
 * edited bullet Garden › mow: "" → "Twice." [none → open]
 * dropped bullet Garden › rake the path into Garden › mow
 * ```
 */
export function renderChanges({ matching, changes }: Diff): string {
  if (changes.length === 0) return 'no change\n'
  return changes
    .map((change) => `${change.change} ${change.kind} ${renderChange(change, matching.old)}\n`)
    .join('')
}

function renderChange(change: NumberedChange, old: Forest): string {
  const { path, before, after, from, into } = change
  const isPlaced =
    change.change === 'renamed' || change.change === 'moved' || before?.title !== undefined
  const isText = before?.text !== undefined || after?.text !== undefined
  const isStatus = before?.status !== undefined || after?.status !== undefined
  return [
    renderPath(path),
    isPlaced && change.old !== undefined ? ` ‹ ${renderPath(pathOf(old, change.old))}` : '',
    isText ? `: ${JSON.stringify(before?.text)} → ${JSON.stringify(after?.text)}` : '',
    isStatus ? ` [${String(before?.status)} → ${String(after?.status)}]` : '',
    change.implied === true ? ' (implied)' : '',
    from === undefined ? '' : ` from ${renderPath(from)}`,
    into === undefined ? '' : ` into ${renderPath(into)}`,
  ].join('')
}

function renderPath(path: readonly string[]): string {
  return path.map((title) => (title === '' ? '(untitled)' : title)).join(' › ')
}
