import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/changelog/entry.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { type OperationDraw, operationDraw } from '../arbitraries/operations.ts'
import { revise } from '../arbitraries/revisions.ts'
import { garden, habit, renderGarden } from '../diff/garden.ts'
import { type LedgerCommit, readMemoryLedger } from './read-memory-ledger.ts'

/** Histories for each law; by hand: `CROSSOFF_HISTORIES=2000`. */
const runs = Number(process.env.CROSSOFF_HISTORIES ?? 100)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)
const timeout = Math.max(60_000, runs * 400)

/** A commit of the author's own branch. */
interface Turn {
  readonly draws: readonly OperationDraw[]
  readonly message: string
}

interface BranchDraw {
  readonly north: string
  readonly turns: readonly Turn[]
  /** Whether Gerrit's hook gives each commit an id. */
  readonly hasIds: boolean
}

function branch(most = 8): fc.Arbitrary<BranchDraw> {
  const turn = fc.record({
    draws: fc.array(operationDraw(), { minLength: 1, maxLength: 3 }),
    message: fc.constantFrom('feat: dig', 'docs: it is done', 'docs: tidy', 'fix: rake'),
  })
  return fc.record({
    north: laidGarden(),
    turns: fc.array(turn, { minLength: 2, maxLength: most }),
    hasIds: fc.boolean(),
  })
}

function laidGarden(): fc.Arbitrary<string> {
  return fc.tuple(garden(), habit()).map(([given, laid]) => renderGarden(given, laid))
}

/** The commits of a branch, the state that it began with first. */
function commitsOf({ north, turns, hasIds }: BranchDraw): LedgerCommit[] {
  const commits: LedgerCommit[] = [{ content: north, message: 'docs: plan' }]
  for (const [index, { draws, message }] of turns.entries()) {
    const content = revise(commits.at(-1)?.content ?? '', draws, satteriEngine).new.source.text
    const id = hasIds ? `\n\nChange-Id: I${String(index)}` : ''
    commits.push({ content, message: `${message}${id}` })
  }
  return commits
}

const keysOf = (entries: readonly Entry[]): string[] => entries.map(({ key }) => key).toSorted()

/** One garden above another, with its own names. */
function join(north: string, south: string): string {
  const renamed = south.replaceAll(/\p{L}{3,}/gu, (word) => `${word}${word.slice(-1)}o`)
  return `# Northern half\n\n${north}\n\n# Southern half\n\n${renamed}`
}

async function check(property: fc.IAsyncProperty<[BranchDraw]>): Promise<void> {
  await fc.assert(property, { numRuns: runs, seed })
}

describe('the keys of entries', () => {
  it('should be one for each entry', { timeout }, async () => {
    await check(
      fc.asyncProperty(branch(15), async (draw) => {
        const { entries } = await readMemoryLedger(commitsOf(draw))
        expect(new Set(keysOf(entries)).size).toBe(entries.length)
      }),
    )
  })

  it('should stay when commits are amended', { timeout }, async () => {
    await check(
      fc.asyncProperty(branch(), async (draw) => {
        const commits = commitsOf(draw)
        const amended = commits.map(({ content, message = '' }) => ({
          content,
          message: message.replace(/^\w+: /u, 'chore: '),
          paths: ['rake.c'],
        }))
        const before = await readMemoryLedger(commits)
        const after = await readMemoryLedger(amended, { salt: 'amended' })
        expect(keysOf(after.entries)).toEqual(keysOf(before.entries))
      }),
    )
  })

  it('should stay when a branch is rebased', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(branch(), branch(3), async (mine, other) => {
        const own = commitsOf(mine)
        const others = commitsOf(other).map(({ content }) => content)
        const [first = '', last = ''] = [others[0], others.at(-1)]
        const onto = (south: string) =>
          own.map((commit) => ({ ...commit, content: join(commit.content, south) }))
        const [base, ...commits] = onto(first)
        const before = await readMemoryLedger([...(base ? [base] : []), ...commits])
        const upstream = others.map((south) => ({ content: join(mine.north, south) }))
        const after = await readMemoryLedger([...upstream, ...onto(last).slice(1)], { salt: 'r' })
        const isMine = ({ path }: Entry): boolean => path[0] === 'Northern half'
        expect(keysOf(after.entries.filter(isMine))).toEqual(keysOf(before.entries.filter(isMine)))
      }),
      { numRuns: runs, seed },
    )
  })

  it(
    'should be there once when a commit is cherry-picked, and both are merged',
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(branch(2), laidGarden(), async (draw, south) => {
          const [base, step] = commitsOf(draw)
          if (base === undefined || step === undefined || base.content === step.content) return
          const revised = `${south}\n\nWatered twice.\n`
          const picked = [
            { ...base, content: join(base.content, south) },
            { ...step, content: join(step.content, south), parents: [0] },
            { content: join(base.content, revised), parents: [0] },
            { ...step, content: join(step.content, revised), parents: [2] },
            { content: join(step.content, revised), parents: [1, 3] },
          ]
          const before = await readMemoryLedger(picked.slice(0, 2))
          const after = await readMemoryLedger(picked)
          expect(keysOf(after.entries)).toEqual(keysOf(before.entries))
        }),
        { numRuns: runs, seed },
      )
    },
  )

  it(
    'should keep a half, but for one in two hundred, when two commits are squashed',
    { timeout },
    async () => {
      // One commit shows less than two: what was renamed and then added anew may be matched otherwise.
      const count = { all: 0, lost: 0 }
      await fc.assert(
        fc.asyncProperty(branch(), fc.nat(), async (draw, place) => {
          const commits = commitsOf(draw)
          const at = 1 + (place % (commits.length - 2))
          const first = commits[at]
          const squashed = commits.flatMap((commit, index) => {
            if (index === at) return []
            // Git keeps both messages; of two ids, the last paragraph has the second.
            const message =
              index === at + 1
                ? `${first?.message ?? ''}\n\n${commit.message ?? ''}`
                : commit.message
            return [{ ...commit, message: message ?? '' }]
          })
          const before = (await readMemoryLedger(commits)).entries
          const after = (await readMemoryLedger(squashed, { salt: 'squashed' })).entries
          expect(new Set(keysOf(after)).size).toBe(after.length)
          for (const { key } of after) {
            const [item = '', change = ''] = key.split('-')
            const known = before.some(
              (entry) => entry.key.startsWith(`${item}-`) || entry.key.endsWith(`-${change}`),
            )
            count.all++
            if (!known) count.lost++
          }
        }),
        { numRuns: runs, seed },
      )
      expect(count.all).toBeGreaterThan(runs)
      expect(count.lost / count.all).toBeLessThanOrEqual(1 / 200)
    },
  )
})
