import type { ChangeKind, ItemState } from '../diff/change.ts'
import type { ItemKind, ItemStatus } from '../document/document.ts'
import type { Run, Trace, TracedChange, Transition } from './transition.ts'

/** Whether a value that was kept as JSON is a transition, in which each item comes from somewhere. */
export function isTransition(value: unknown): value is Transition {
  return isTransitionLike(value) && isWhole(value)
}

type Check = (value: unknown) => boolean

/** How each property of a value is to be. */
type Form<Value> = Readonly<Record<keyof Value, Check>>

function isTransitionLike(value: unknown): value is Transition {
  return hasTransitionForm(value)
}

/** Items stay, come and go one by one: none is twice, and none is left out. */
function isWhole({ runs, came, went, size }: Transition): boolean {
  const oldSize = runs.reduce((sum, run) => sum + run[2], went.length)
  return isCovered(size, runs, 1, came) && isCovered(oldSize, runs, 0, went)
}

/** @param side Which number of a run tells where it begins: 0 for the old one, 1 for the new one. */
function isCovered(
  size: number,
  runs: readonly Run[],
  side: 0 | 1,
  traces: readonly Trace[],
): boolean {
  const ends = new Map<number, number>()
  for (const run of runs) ends.set(run[side], run[side] + run[2])
  for (const { number } of traces) ends.set(number, number + 1)
  let end = 0
  for (let left = runs.length + traces.length; left > 0; left--) {
    const next = ends.get(end)
    if (next === undefined) return false
    end = next
  }
  return end === size
}

/** Makes the check of a value whose properties are each checked for themselves. */
function fits<Value>(form: Form<Value>): Check {
  const checks = Object.entries<Check>(form)
  return (value) => isRecord(value) && checks.every(([name, isFitting]) => isFitting(value[name]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function optional(isFitting: Check): Check {
  return (value) => value === undefined || isFitting(value)
}

function listOf(isFitting: Check): Check {
  return (value) => Array.isArray(value) && value.every(isFitting)
}

function oneOf(words: Readonly<Record<string, true>>): Check {
  return (value) => typeof value === 'string' && Object.hasOwn(words, value)
}

const isTrue: Check = (value) => value === true
const isText: Check = (value) => typeof value === 'string'
const isPath = listOf(isText)
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isRun: Check = (value) =>
  Array.isArray(value) && value.length === RUN_LENGTH && value.every(isCount)
const RUN_LENGTH: Run['length'] = 3

const isKind = oneOf({ section: true, bullet: true, label: true } satisfies Record<ItemKind, true>)

const isStatus = oneOf({ open: true, done: true, other: true, none: true } satisfies Record<
  ItemStatus,
  true
>)

const isChangeKind = oneOf({
  added: true,
  dropped: true,
  renamed: true,
  moved: true,
  edited: true,
  checked: true,
  unchecked: true,
} satisfies Record<ChangeKind, true>)

const isState = fits<ItemState>({
  title: optional(isText),
  path: optional(isPath),
  text: optional(isText),
  status: optional(isStatus),
})

const isChange = fits<TracedChange>({
  change: isChangeKind,
  kind: isKind,
  title: isText,
  path: isPath,
  before: optional(isState),
  after: optional(isState),
  implied: optional(isTrue),
  isPart: optional(isTrue),
  from: optional(isPath),
  into: optional(isPath),
  old: optional(isCount),
  new: optional(isCount),
})

const isTrace = fits<Trace>({ number: isCount, kind: isKind, path: isPath, key: isText })

const hasTransitionForm = fits<Transition>({
  runs: listOf(isRun),
  changes: listOf(isChange),
  came: listOf(isTrace),
  went: listOf(isTrace),
  size: isCount,
})
