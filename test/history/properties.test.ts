import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentEvents, HistoryEvent } from '../../src/history/event.ts'
import { TransitionStore } from '../../src/history/transition-store.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { type OperationDraw, operationDraw } from '../arbitraries/operations.ts'
import { recognizable } from '../arbitraries/recognizable.ts'
import { revise, type RevisedDocument } from '../arbitraries/revisions.ts'
import { smallTodo } from '../arbitraries/small-todo.ts'
import { garden, habit, renderGarden } from '../diff/garden.ts'
import { createMemoryHistory, type MemoryContent } from '../fakes/memory-history.ts'
import { forestOf } from '../diff/diff-texts.ts'
import { readMemory } from './read-memory.ts'
import { tellEvents } from './tell-events.ts'

/** Histories for each law; by hand: `CROSSOFF_HISTORIES=5000`. */
const runs = Number(process.env.CROSSOFF_HISTORIES ?? 200)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)
const timeout = Math.max(60_000, runs * 400)

/** What makes one revision of the one before it. */
type Turn =
  | { readonly kind: 'operations'; readonly draws: readonly OperationDraw[] }
  /** The document as it was so many revisions ago. */
  | { readonly kind: 'back'; readonly ago: number }
  | { readonly kind: 'gone' | 'empty' | 'broken' }

interface HistoryDraw {
  readonly text: string
  readonly turns: readonly Turn[]
}

const operations = (most: number): fc.Arbitrary<Turn> =>
  fc.record({
    kind: fc.constant('operations' as const),
    draws: fc.array(operationDraw(), { minLength: 1, maxLength: most }),
  })

/** A document and five to fifteen revisions of it, by operations and by what else happens to files. */
function anyHistory(): fc.Arbitrary<HistoryDraw> {
  const turn = fc.oneof(
    { weight: 12, arbitrary: operations(4) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('back' as const),
        ago: fc.integer({ min: 2, max: 5 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('gone' as const, 'empty' as const, 'broken' as const),
      }),
    },
  )
  const turns = fc.array(turn, { minLength: 5, maxLength: 15 })
  return fc.record({ text: fc.oneof(smallTodo(), laidGarden()), turns })
}

/** Items of which no two are alike, and operations alone. */
function plainHistory(): fc.Arbitrary<HistoryDraw> {
  const turns = fc.array(operations(2), { minLength: 5, maxLength: 15 })
  return fc.record({ text: laidGarden(), turns })
}

function laidGarden(): fc.Arbitrary<string> {
  return fc.tuple(garden(), habit()).map(([given, laid]) => renderGarden(given, laid))
}

/** What each commit has, the oldest first; of two that are the same, git would make one. */
function contentsOf({ text, turns }: HistoryDraw): MemoryContent[] {
  const contents: MemoryContent[] = [text]
  let last = text
  turns.forEach((turn, index) => {
    const content = takeTurn(turn, last, contents, index)
    if (typeof content === 'string') last = content
    contents.push(content)
  })
  return contents
}

function takeTurn(
  turn: Turn,
  last: string,
  contents: readonly MemoryContent[],
  index: number,
): MemoryContent {
  switch (turn.kind) {
    case 'operations':
      return revise(last, turn.draws, satteriEngine).new.source.text
    case 'back':
      return contents.at(-turn.ago) ?? contents[0]
    case 'gone':
      return undefined
    case 'empty':
      return ''
    case 'broken':
      return Uint8Array.from([0xff, index])
  }
}

describe('readDocumentEvents', () => {
  it('should say the same with a cache, with a part of one, and without', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory(), fc.nat(14), async (draw, known) => {
        const contents = contentsOf(draw)
        const store = new TransitionStore()
        const cold = await readMemory(createMemoryHistory(contents), store)
        const whole = createMemoryHistory(contents)
        expect(await readMemory(whole, new TransitionStore(store.render()))).toEqual(cold)
        if (!draw.turns.some(({ kind }) => kind === 'broken')) expect(whole.taken).toEqual([])
        const part = new TransitionStore()
        await readMemory(createMemoryHistory(contents.slice(0, known + 1)), part)
        const rest = await readMemory(
          createMemoryHistory(contents),
          new TransitionStore(part.render()),
        )
        expect(rest).toEqual(cold)
      }),
      { numRuns: runs, seed },
    )
  })

  it('should tell lives that begin, end and begin again', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory(), async (draw) => {
        const contents = contentsOf(draw)
        const result = await readMemory(createMemoryHistory(contents))
        expect(lifeProblems(result)).toEqual([])
        const last = contents.at(-1)
        const size = typeof last === 'string' ? forestOf(last, satteriEngine).entries.length : 0
        if (!(last instanceof Uint8Array)) expect(result.tip?.length ?? 0).toBe(size)
      }),
      { numRuns: runs, seed },
    )
  })

  it('should read a line of commits alike, by all parents or the first', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory(), async (draw) => {
        const memory = createMemoryHistory(contentsOf(draw))
        expect(await readMemory(memory, new TransitionStore(), { firstParent: true })).toEqual(
          await readMemory(memory),
        )
      }),
      { numRuns: Math.ceil(runs / 3), seed },
    )
  })

  it('should keep the identity of what was renamed or moved', { timeout }, async () => {
    const count = { kept: 0, all: 0, lost: [] as string[] }
    await fc.assert(
      fc.asyncProperty(plainHistory(), async ({ text, turns }) => {
        const steps: RevisedDocument[] = []
        for (const turn of turns)
          if (turn.kind === 'operations')
            steps.push(revise(steps.at(-1)?.new.source.text ?? text, turn.draws, satteriEngine))
        await countIdentities(steps, count)
      }),
      { numRuns: runs, seed },
    )
    expect(count.all).toBeGreaterThan(runs)
    const examples = count.lost.slice(0, 5).join('\n')
    expect(count.kept / count.all, `of ${count.all} lost:\n${examples}`).toBeGreaterThanOrEqual(
      0.95,
    )
  })

  it(
    'should tell nothing of a merge of branches that changed other sections',
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(laidGarden(), operations(3)),
          fc.tuple(laidGarden(), operations(3)),
          async ([north, onMain], [south, onSide]) => {
            const other = revisePart(north, onMain)
            const another = revisePart(south, onSide)
            const contents = [
              { content: join(north, south) },
              { content: join(other, south), parents: [0] },
              { content: join(north, another), parents: [0] },
              { content: join(other, another), parents: [1, 2] },
            ]
            const { events } = await readMemory(createMemoryHistory(contents))
            const merge = events.filter(({ revision }) => revision.subject === 'commit 3')
            expect(tellEvents(merge)).toEqual([])
          },
        ),
        { numRuns: runs, seed },
      )
    },
  )
})

function revisePart(text: string, turn: Turn): string {
  return turn.kind === 'operations' ? revise(text, turn.draws, satteriEngine).new.source.text : text
}

/** One garden above another, with its own names. */
function join(north: string, south: string): string {
  const renamed = south.replaceAll(/\p{L}{3,}/gu, (word) => `${word}${word.slice(-1)}o`)
  return `# Northern half\n\n${north}\n\n# Southern half\n\n${renamed}`
}

/** What is wrong with the lives that events tell; empty where nothing is. */
function lifeProblems({ events, tip = [] }: DocumentEvents): string[] {
  const lives = new Map<string, HistoryEvent[]>()
  // The oldest commit first; what one commit did stands in the order of the document.
  const sorted = events.toSorted((a, b) => a.revision.date.localeCompare(b.revision.date))
  for (const event of sorted) lives.set(event.item, [...(lives.get(event.item) ?? []), event])
  const problems = [...lives].flatMap(([item, life]) => {
    const turns = life.filter(({ change }) => change === 'added' || change === 'dropped')
    const isAlternating = turns.every(
      ({ change }, index) => change === (index % 2 === 0 ? 'added' : 'dropped'),
    )
    const isAdded = life[0]?.change === 'added'
    const commits = turns.map(({ revision }) => revision.commit)
    const isTorn = new Set(commits).size < commits.length
    const isThere = turns.at(-1)?.change === 'added'
    return [
      ...(isAdded ? [] : [`begins with ${life[0]?.change ?? 'nothing'}`]),
      ...(isTorn ? ['is dropped and added by one commit'] : []),
      ...(isAlternating ? [] : ['does not alternate']),
      ...(isThere === tip.includes(item) ? [] : [isThere ? 'is lost' : 'is there unsaid']),
    ].map((problem) => `${item} ${problem}:\n${tellEvents(life).join('\n')}`)
  })
  const strangers = tip.filter((item) => !lives.has(item))
  const isUnique = new Set(tip).size === tip.length
  return [
    ...problems,
    ...strangers.map((item) => `${item} is there without a life`),
    ...(isUnique ? [] : ['two items have one identity']),
  ]
}

/** Operations that leave an item what it is. */
const KEEPING: ReadonlySet<string> = new Set([
  'rename',
  'move',
  'promote',
  'demote',
  'done',
  'reopen',
])

/** Counts who has the same identity before and after a step in which it was renamed or moved. */
async function countIdentities(
  steps: readonly RevisedDocument[],
  count: { kept: number; all: number; readonly lost: string[] },
): Promise<void> {
  const [first] = steps
  if (first === undefined) return
  const texts = [first.old.source.text, ...steps.map((step) => step.new.source.text)]
  const store = new TransitionStore()
  const tips: (readonly string[])[] = []
  for (const length of texts.keys()) {
    const { tip = [] } = await readMemory(createMemoryHistory(texts.slice(0, length + 1)), store)
    tips.push(tip)
  }
  steps.forEach((step, index) => {
    for (const { item, home, old, new: number, ops } of recognizable(step)) {
      if (!ops.every((op) => KEEPING.has(op))) continue
      count.all++
      if (tips[index]?.[old] === tips[index + 1]?.[number]) count.kept++
      else count.lost.push(`${ops.join(' ')} ${item.path.join(' › ')} → ${home.path.join(' › ')}`)
    }
  })
}
