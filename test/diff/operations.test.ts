import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberedChange } from '../../src/diff/change.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { walkItems } from '../../src/document/walk-items.ts'
import { CrossoffError } from '../../src/errors.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { pathOf } from '../../src/matching/forest.ts'
import { entryAt, type Matching } from '../../src/matching/pairing.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { selectTarget } from '../../src/selectors/select-target.ts'
import { toSourceText } from '../../src/text/source-text.ts'
import { type OperationDraw, operationDraw, toOperation } from '../arbitraries/operations.ts'
import { diffProblems } from './diff-problems.ts'
import { type Diff, diffTexts } from './diff-texts.ts'
import { garden, habit, renderGarden } from './garden.ts'
import { renderChanges } from './render-changes.ts'

/** Operations that are drawn for each kind; those that are refused or change nothing do not count. */
const runs = Number(process.env.CROSSOFF_RUNS ?? 600)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

/** One operation, and what a diff says of it. */
interface Trial {
  readonly operation: Operation
  readonly diff: Diff
  /** The number of the operation's target in the old revision; -1 where it has none. */
  readonly target: number
}

/** The least share of operations that must be told as what they are. */
const SHARES: Readonly<Record<OperationDraw['op'], number>> = {
  add: 0.99,
  // An item that is archived from beside its own double may be either, and a section that goes
  // under a new heading of its old name is told as following from that.
  archive: 0.94,
  demote: 0.99,
  done: 0.99,
  drop: 0.99,
  edit: 0.99,
  // A section that is put before bullets takes them in: who of them moved, nobody can tell.
  move: 0.97,
  promote: 0.99,
  rename: 0.99,
  reopen: 0.99,
  // Nothing is promised of a splice but what holds of any two revisions.
  splice: 1,
}

describe('diff of a document before and after one operation', () => {
  it.each(Object.entries(SHARES))('should say what was done by %s', (op, share) => {
    const trials = drawTrials(op as OperationDraw['op'])
    const missed = trials.filter((trial) => !isTold(trial))
    for (const { diff } of trials) expect(diffProblems(diff)).toEqual([])
    expect(trials.length).toBeGreaterThan(runs / 10)
    const told = (trials.length - missed.length) / trials.length
    const examples = missed.slice(0, 5).map(describeTrial)
    expect(told, `of ${trials.length} missed:\n${examples.join('\n')}`).toBeGreaterThanOrEqual(
      share,
    )
  })
})

function drawTrials(op: OperationDraw['op']): Trial[] {
  const draws = fc.tuple(
    fc.tuple(garden(), habit()).map(([given, laid]) => renderGarden(given, laid)),
    operationDraw(),
  )
  return fc.sample(draws, { numRuns: runs, seed }).flatMap(([text, draw]) => {
    const document = parseDocument(text, satteriEngine)
    const operation = toOperation(document, { ...draw, op })
    if (operation === undefined) return []
    const after = apply(text, operation)
    if (after === undefined || after === text) return []
    const diff = diffTexts(text, after, satteriEngine)
    // Whoever moves an item to where it stands changes blank lines at most.
    if (operation.op === 'move' && isSameTree(diff)) return []
    const item = 'target' in operation && selectTarget(document, operation.target)
    const target = walkItems(document.items).findIndex((place) => place.item === item)
    return [{ operation, diff, target }]
  })
}

function isSameTree({ matching }: Diff): boolean {
  const [old, revised] = [matching.old, matching.new].map(({ entries, parents }) =>
    JSON.stringify([entries.map(({ kind, title }) => [kind, title]), parents]),
  )
  return old === revised
}

/** What an operation makes of a text; `undefined` where it is refused. */
function apply(text: string, operation: Operation): string | undefined {
  try {
    const { files } = applyPlan(
      { version: 1, operations: [operation] },
      {
        file: 'TODO.md',
        read: () => toSourceText(text),
        engine: satteriEngine,
        reference: satteriEngine,
      },
    )
    return files[0]?.after.text
  } catch (error) {
    if (error instanceof CrossoffError) return undefined
    throw error
  }
}

function isTold(trial: Trial): boolean {
  return CHECKS[trial.operation.op](trial)
}

const CHECKS: Readonly<Record<Operation['op'], (trial: Trial) => boolean>> = {
  add: ({ diff }) => {
    // A section that takes in what stood behind it is told, and so is what is new in it.
    const [first, ...rest] = tell(diff).told
    return (
      first?.change === 'added' &&
      first.from === undefined &&
      rest.every(({ change, path }) => change === 'added' && isBelow(path, first.path))
    )
  },
  archive: (trial) => {
    const { matching } = trial.diff
    const titles = new Set(['Archive', 'Shed', ...pathOf(matching.old, trial.target)])
    const { told } = tell(trial.diff)
    const others = told.filter(({ change, title }) => change !== 'added' || !titles.has(title))
    // What stood at the end already only got headings above it, and no one can tell more.
    return isMoved(trial, others) || (others.length === 0 && isInOrder(matching))
  },
  demote: (trial) => isMoved(trial),
  done: (trial) => isMarked(trial),
  drop: ({ diff, target, operation }) => {
    const { told } = tell(diff)
    const isKeeping = 'keep' in operation
    // A heading that goes alone leaves its text to the section before it.
    const rest = told.filter(({ change }) => !isKeeping || change !== 'edited')
    const [dropped] = rest
    return (
      told.length - rest.length <= 1 &&
      rest.length === 1 &&
      dropped?.change === 'dropped' &&
      dropped.old === target &&
      (isKeeping || dropped.into === undefined)
    )
  },
  edit: ({ diff, target }) => {
    const { told, words } = tell(diff)
    return words === 'edited' && told[0]?.old === target
  },
  move: (trial) => isMoved(trial),
  promote: (trial) => isMoved(trial),
  rename: ({ diff, target, operation }) => {
    const { told, words } = tell(diff)
    // A title that is struck through says that the item is done.
    const isStruck = 'title' in operation && operation.title.startsWith('~~')
    const isRenamed = words === 'renamed' || (isStruck && words === 'renamed checked')
    if (isRenamed || words === 'edited') return told[0]?.old === target
    // A bullet that has nothing but its title is another one with another title.
    const { title, text, children } = entryAt(diff.matching.old, target)
    const [dropped, added] = told
    return (
      words === 'dropped added' &&
      text === '' &&
      children.length === 0 &&
      dropped?.old === target &&
      sharesLittle(title, added?.title ?? '')
    )
  },
  reopen: (trial) => isMarked(trial),
  splice: () => true,
}

function isBelow(path: readonly string[], top: readonly string[]): boolean {
  return path.length > top.length && top.every((title, index) => path[index] === title)
}

/** The changes that follow from no other. */
function tell({ changes }: Diff): { told: readonly NumberedChange[]; words: string } {
  const told = changes.filter(({ implied }) => implied !== true)
  return { told, words: told.map(({ change }) => change).join(' ') }
}

/** A box or a strike is another status, and says in which way. */
function isMarked({ diff, target, operation }: Trial): boolean {
  const { told, words } = tell(diff)
  const word = operation.op === 'done' ? 'checked' : 'unchecked'
  const hasBox = words === 'edited' && told[0]?.after?.status === 'open'
  return (words === word || hasBox) && told[0]?.old === target
}

/**
 * The item moved, and nothing else did.
 *
 * Among siblings nobody can tell who moved: those that weigh less than the item may have.
 */
function isMoved({ diff, target }: Trial, told = tell(diff).told): boolean {
  if (told.length === 0 || told.some(({ change }) => change !== 'moved')) return false
  if (told.length === 1 && told[0]?.old === target) return true
  const { old } = diff.matching
  const weigh = (number: number): number => {
    let weight = 0
    for (let below = number; below < Number(old.ends[number]); below++)
      weight += entryAt(old, below).title.length + entryAt(old, below).text.length + 1
    return weight
  }
  const parent = old.parents[target]
  const others = told.map((change) => change.old ?? -1)
  return (
    others.every((number) => old.parents[number] === parent && number !== target) &&
    others.reduce((sum, number) => sum + weigh(number), 0) <= weigh(target)
  )
}

/** Whether all that both revisions have stands in one order in both. */
function isInOrder(matching: Matching): boolean {
  const numbers = [...matching.old.entries.keys()].flatMap((old) => matching.newOf(old) ?? [])
  return numbers.every((number, index) => index === 0 || Number(numbers[index - 1]) < number)
}

function sharesLittle(left: string, right: string): boolean {
  const words = new Set(left.toLowerCase().split(/\P{L}+/u))
  const shared = right
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word !== '' && words.has(word))
  return shared.length * 2 <= words.size
}

function describeTrial({ operation, diff }: Trial): string {
  const titles = ({ entries }: Diff['matching']['old']): string =>
    JSON.stringify(entries.map(({ kind, level, title }) => `${kind} ${level} ${title}`))
  return [
    JSON.stringify(operation),
    titles(diff.matching.old),
    titles(diff.matching.new),
    renderChanges(diff),
  ].join('\n')
}
