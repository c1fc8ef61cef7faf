import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { anyMarkdown, mutated } from '../arbitraries/markdown.ts'
import { smallTodo } from '../arbitraries/small-todo.ts'
import { diffProblems } from './diff-problems.ts'
import { type Diff, diffTexts, forestOf } from './diff-texts.ts'
import { type Bed, type Garden, garden, habit, type Plant, renderGarden } from './garden.ts'
import { renderChanges } from './render-changes.ts'

const numRuns = Number(process.env.CROSSOFF_RUNS ?? 1000)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

/** Two revisions: a document and what was made of it, or two that have nothing to do with each other. */
function revisions(): fc.Arbitrary<readonly [string, string]> {
  const edited = fc
    .tuple(fc.oneof(smallTodo(), anyMarkdown()), fc.nat())
    .chain(([text]) => fc.tuple(fc.constant(text), mutated(fc.constant(text))))
  return fc.oneof(
    { weight: 3, arbitrary: edited },
    { weight: 2, arbitrary: fc.tuple(smallTodo(), smallTodo()) },
    { weight: 1, arbitrary: fc.tuple(anyMarkdown(), anyMarkdown()) },
  )
}

function diff(old: string, revised: string): Diff {
  return diffTexts(old, revised, satteriEngine)
}

function countOf({ changes }: Diff, word: string): number {
  return changes.filter(({ change }) => change === word).length
}

describe('diffForests', () => {
  it('should find no change between a document and itself', () => {
    fc.assert(
      fc.property(fc.oneof(smallTodo(), anyMarkdown()), (text) => {
        const { matching, changes } = diff(text, text)
        expect(changes).toEqual([])
        for (const old of matching.old.entries.keys()) expect(matching.newOf(old)).toBe(old)
      }),
      { numRuns, seed },
    )
  })

  it('should say the same of the same revisions each time', () => {
    fc.assert(
      fc.property(revisions(), ([old, revised]) => {
        expect(diff(old, revised).changes).toEqual(diff(old, revised).changes)
      }),
      { numRuns: numRuns / 2, seed },
    )
  })

  it('should pair one with one of its kind, and tell all that has no partner once', () => {
    fc.assert(
      fc.property(revisions(), ([old, revised]) => {
        expect(diffProblems(diff(old, revised))).toEqual([])
      }),
      { numRuns: numRuns * 2, seed },
    )
  })

  it('should find all added in what was empty, and all dropped in what is', () => {
    fc.assert(
      fc.property(smallTodo(), (text) => {
        const outermost = forestOf(text, satteriEngine).parents.filter((parent) => parent === -1)
        expect(diff('', text).changes.map(({ change }) => change)).toEqual(
          outermost.map(() => 'added'),
        )
        expect(diff(text, '').changes.map(({ change }) => change)).toEqual(
          outermost.map(() => 'dropped'),
        )
      }),
      { numRuns: numRuns / 4, seed },
    )
  })

  it('should find dropped one way what it finds added the other way', () => {
    fc.assert(
      fc.property(garden(), fc.array(fc.nat(30), { maxLength: 3 }), habit(), (given, out, laid) => {
        const all = renderGarden(given, laid)
        const rest = renderGarden(withoutPlants(given, new Set(out)), laid)
        const [forth, back] = [diff(all, rest), diff(rest, all)]
        expect(countOf(forth, 'dropped')).toBe(forth.changes.length)
        expect(countOf(back, 'added')).toBe(back.changes.length)
        expect(back.changes.length).toBe(forth.changes.length)
      }),
      { numRuns, seed },
    )
  })

  it('should find no change in a document that was only laid out anew', () => {
    fc.assert(
      fc.property(garden(), habit(), habit(), (given, before, after) => {
        const found = diff(renderGarden(given, before), renderGarden(given, after))
        expect(renderChanges(found)).toBe('no change\n')
      }),
      { numRuns, seed },
    )
  })

  it('should find no change in a document whose line ends became others', () => {
    fc.assert(
      fc.property(smallTodo(), (text) => {
        const lines = text.replaceAll('\r\n', '\n')
        expect(renderChanges(diff(lines, lines.replaceAll('\n', '\r\n')))).toBe('no change\n')
      }),
      { numRuns, seed },
    )
  })

  it('should find the same changes however either revision is laid out', () => {
    fc.assert(
      fc.property(
        garden(),
        fc.array(fc.nat(30), { maxLength: 3 }),
        habit(),
        habit(),
        (given, out, before, after) => {
          const rest = withoutPlants(given, new Set(out))
          const plain = diff(renderGarden(given, before), renderGarden(rest, before))
          const anew = diff(renderGarden(given, before), renderGarden(rest, after))
          expect(renderChanges(anew)).toBe(renderChanges(plain))
        },
      ),
      { numRuns, seed },
    )
  })
})

/** Takes bullets out by their numbers in document order, with all below them. */
function withoutPlants(given: Garden, numbers: ReadonlySet<number>): Garden {
  let number = 0
  const prune = (plants: readonly Plant[]): Plant[] =>
    plants.flatMap((plant) => {
      const isOut = numbers.has(number++)
      const children = prune(plant.children)
      return isOut ? [] : [{ ...plant, children }]
    })
  return given.map((bed): Bed => ({ ...bed, plants: prune(bed.plants) }))
}
