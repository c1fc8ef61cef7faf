import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory, type MemoryCommit } from '../fakes/memory-history.ts'
import { readMemory } from './read-memory.ts'
import { tellEvents } from './tell-events.ts'

/** Histories for each law; by hand: `CROSSOFF_HISTORIES=5000`. */
const runs = Number(process.env.CROSSOFF_HISTORIES ?? 200)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)
const timeout = Math.max(60_000, runs * 400)

const beds = ['Asparagus', 'Beetroot', 'Chicory', 'Dandelion', 'Endive', 'Fennel']
const branches = 3

/** What is done to a bed; `restore` gives it as it was at first. */
const turns = ['drop', 'restore', 'tick', 'sow', 'rename'] as const

type Step =
  | { readonly kind: 'change'; readonly branch: number; readonly bed: number; readonly turn: Turn }
  | { readonly kind: 'merge'; readonly into: number; readonly from: number; readonly drop?: number }
type Turn = (typeof turns)[number]

/** A bed on a branch: what it says, and the commits that made it so. */
interface Bed {
  readonly text: string | undefined
  readonly last: number
  readonly history: ReadonlySet<number>
}

interface Tip {
  readonly place: number
  readonly beds: readonly Bed[]
}

/** Merges that a resolution dropped a bed in, and which. */
type Resolutions = Map<number, string>

function anyStep(canDrop: boolean): fc.Arbitrary<Step> {
  const branch = fc.nat(branches - 1)
  const bed = fc.nat(beds.length - 1)
  const change = fc.record({
    kind: fc.constant('change' as const),
    branch,
    bed,
    turn: fc.constantFrom(...turns),
  })
  const merge = { kind: fc.constant('merge' as const), into: branch, from: branch }
  return fc.oneof(
    { weight: 3, arbitrary: change },
    { weight: 2, arbitrary: fc.record(merge) },
    { weight: canDrop ? 1 : 0, arbitrary: fc.record({ ...merge, drop: bed }) },
  )
}

/** Makes commits of steps; a merge in which two branches changed one bed is left out. */
function commitSteps(steps: readonly Step[]): { commits: MemoryCommit[]; resolved: Resolutions } {
  const commits: MemoryCommit[] = []
  const resolved: Resolutions = new Map()
  const commit = (all: readonly Bed[], parents: readonly number[]): Tip => {
    const text = all.flatMap((bed) => bed.text ?? []).join('\n')
    commits.push({ content: `# Garden\n\n${text}`, parents })
    return { place: commits.length - 1, beds: all }
  }
  const start = beds.map((name): Bed => ({ text: firstText(name), last: 0, history: new Set([0]) }))
  const root = commit(start, [])
  const tips = Array.from({ length: branches }, () => root)
  for (const step of steps) {
    const number = commits.length
    if (step.kind === 'change') {
      const tip = tips[step.branch]!
      const next = tip.beds.map((bed, index) =>
        index === step.bed
          ? changeBed(bed, takeTurn(bed.text, step.turn, step.bed, number), number)
          : bed,
      )
      tips[step.branch] = commit(next, [tip.place])
    } else {
      const [into, from] = [tips[step.into]!, tips[step.from]!]
      const merged = into.beds.map((bed, index) => mergeBeds(bed, from.beds[index]!))
      if (into.place === from.place || merged.includes(undefined)) continue
      const next = merged.map((bed, index) => {
        if (index !== step.drop || bed?.text === undefined) return bed!
        // It is told as the first parent had it, if that had.
        resolved.set(number, titleOf(into.beds[index]?.text ?? bed.text))
        return changeBed(bed, undefined, number)
      })
      tips[step.into] = commit(next, [into.place, from.place])
    }
  }
  return { commits, resolved }
}

function firstText(name: string): string {
  return `## ${name}\n\n- [ ] water the ${name.toLowerCase()}\n- [ ] weed around ${name}\n`
}

function titleOf(text: string): string {
  return text.slice('## '.length, text.indexOf('\n'))
}

function takeTurn(
  text: string | undefined,
  turn: Turn,
  bed: number,
  number: number,
): string | undefined {
  const name = beds[bed]!
  if (turn === 'restore') return firstText(name)
  if (turn === 'drop' || text === undefined) return undefined
  if (turn === 'tick') return text.replace('[ ]', '[x]')
  if (turn === 'sow') return `${text}- [ ] sow ${name} number ${'i'.repeat(number)}\n`
  return text.replace(/^## .*/u, `## ${name} of the year ${number}`)
}

function changeBed(bed: Bed, text: string | undefined, number: number): Bed {
  return text === bed.text
    ? bed
    : { text, last: number, history: new Set([...bed.history, number]) }
}

/** As git merges what stands apart: the newer one, where one came of the other. */
function mergeBeds(one: Bed, other: Bed): Bed | undefined {
  if (one.history.has(other.last)) return one
  return other.history.has(one.last) ? other : undefined
}

describe('readDocumentEvents, of merges', () => {
  it('should tell nothing of merges that do nothing of their own', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep(false), { minLength: 5, maxLength: 25 }), async (steps) => {
        const { commits } = commitSteps(steps)
        const { events } = await readMemory(createMemoryHistory(commits))
        const merges = new Set(
          commits.flatMap(({ parents }, place) => (parents?.length === 2 ? `commit ${place}` : [])),
        )
        const told = events.filter(({ revision }) => merges.has(revision.subject))
        expect(tellEvents(told)).toEqual([])
      }),
      { numRuns: runs, seed },
    )
  })

  it('should tell of each merge what it left out, and nothing of others', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep(true), { minLength: 5, maxLength: 25 }), async (steps) => {
        const { commits, resolved } = commitSteps(steps)
        const { events } = await readMemory(createMemoryHistory(commits))
        const merges = new Set(
          commits.flatMap(({ parents }, place) => (parents?.length === 2 ? `commit ${place}` : [])),
        )
        const told = events.filter(({ revision }) => merges.has(revision.subject))
        const expected = [...resolved].map(
          ([place, title]) => `commit ${place}: dropped Garden › ${title}`,
        )
        // What a bed took along is told with it, or beside it where the like of it is elsewhere.
        const beds = tellEvents(told.filter(({ path }) => path.length === 2))
        expect(beds.toSorted()).toEqual(expected.toSorted())
        const rest = tellEvents(told.filter(({ path }) => path.length > 2))
        const isBelow = (line: string): boolean =>
          [...resolved.keys()].some((place) => line.startsWith(`commit ${place}: dropped `))
        expect(rest.filter((line) => !isBelow(line))).toEqual([])
      }),
      { numRuns: runs, seed },
    )
  })
})
