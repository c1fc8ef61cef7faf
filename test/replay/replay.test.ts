import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { matchDocuments } from '../../src/matching/match-documents.ts'
import { applyPlan } from '../../src/plans/apply-plan.ts'
import type { Plan } from '../../src/plans/plan.ts'
import { planReplay, type ReplayPlan } from '../../src/replay/plan-replay.ts'
import { type SourceText, toSourceText } from '../../src/text/source-text.ts'
import { anyMarkdown, lineSoup, mutated } from '../arbitraries/markdown.ts'
import { recognizable } from '../arbitraries/recognizable.ts'
import { revise, type RevisedDocument, revisionDraw } from '../arbitraries/revisions.ts'
import { smallTodo } from '../arbitraries/small-todo.ts'

const engine = await loadEngine('satteri')

/** Pairs of revisions; by hand: `CROSSOFF_PAIRS=20000`. */
const pairs = Number(process.env.CROSSOFF_PAIRS ?? 1_500)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)
const timeout = Math.max(60_000, pairs * 40)

function replay(old: Document, revised: Document): ReplayPlan {
  return planReplay({
    old,
    new: revised,
    matching: matchDocuments(old, revised),
    parse: (text) => parseDocument(text, engine),
  })
}

function apply(
  source: SourceText,
  plan: Plan,
): { readonly after: SourceText; readonly inverse: Plan } {
  const result = applyPlan(plan, {
    file: 'TODO.md',
    read: () => source,
    engine,
    reference: engine,
  })
  return { after: result.files[0]?.after ?? source, inverse: result.inverse }
}

/** The plan gives the new revision, and its inverse the old one again, byte for byte. */
function expectReplayed({ source: old }: Document, { source }: Document, plan: Plan): void {
  const { after, inverse } = apply(old, plan)
  expect({ text: after.text, hasBom: after.hasBom }).toEqual({
    text: source.text,
    hasBom: source.hasBom,
  })
  const back = apply(after, inverse).after
  expect({ text: back.text, hasBom: back.hasBom }).toEqual({
    text: old.text,
    hasBom: old.hasBom,
  })
}

describe('planReplay', () => {
  it('should replay what up to thirty operations made, in about as many', { timeout }, () => {
    const ratios: number[] = []
    const identities = { kept: 0, all: 0 }
    fc.assert(
      fc.property(revisionDraw(30), ({ text, draws }) => {
        const revised = revise(text, draws, engine)
        fc.pre(revised.new.source.text !== text)
        const { plan } = replay(revised.old, revised.new)
        expectReplayed(revised.old, revised.new, plan)
        ratios.push(plan.operations.length / revised.operations.length)
        countIdentities(revised, identities)
      }),
      { numRuns: pairs, seed },
    )
    ratios.sort((a, b) => a - b)
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThanOrEqual(1.2)
    expect(identities.all).toBeGreaterThan(pairs / 10)
    expect(identities.kept / identities.all).toBeGreaterThanOrEqual(0.95)
  })

  it('should give the same bytes in any order that its dependencies allow', { timeout }, () => {
    fc.assert(
      fc.property(revisionDraw(12), fc.array(fc.nat(), { minLength: 40 }), (drawn, choices) => {
        const { old, new: revised } = revise(drawn.text, drawn.draws, engine)
        const { plan, dependencies } = replay(old, revised)
        fc.pre(plan.operations.length > 1)
        const operations = reorder(dependencies, choices).flatMap(
          (place) => plan.operations[place] ?? [],
        )
        expect(operations).toHaveLength(plan.operations.length)
        expectReplayed(old, revised, { ...plan, operations })
      }),
      { numRuns: pairs, seed },
    )
  })

  it('should replay any document into any other', { timeout }, () => {
    const text = fc.oneof(smallTodo(), mutated(smallTodo()), lineSoup(), anyMarkdown())
    fc.assert(
      fc.property(text, text, fc.boolean(), fc.boolean(), (before, after, hadBom, hasBom) => {
        const old = parseDocument(toSourceText(before, hadBom), engine)
        const revised = parseDocument(toSourceText(after, hasBom), engine)
        expectReplayed(old, revised, replay(old, revised).plan)
      }),
      { numRuns: Math.ceil(pairs / 3), seed },
    )
  })

  it('should plan nothing where nothing changed', () => {
    const document = parseDocument('# Garden\n\n- rake\n', engine)
    expect(replay(document, document)).toMatchObject({
      plan: { operations: [] },
      coverage: { operations: 0, splices: 0 },
      dependencies: [],
    })
  })

  it('should leave operations of two sections free of each other', () => {
    const old = parseDocument(
      '# A\n\n- rake\n- sow\n- mow\n\n# B\n\n- oil\n- mend\n- sort\n',
      engine,
    )
    const revised = parseDocument('# A\n\n- rake\n- mow\n\n# B\n\n- oil\n- sort\n', engine)
    const { plan, dependencies } = replay(old, revised)
    expect(plan.operations.map(({ op }) => op)).toEqual(['drop', 'drop'])
    expect(dependencies).toEqual([[], []])
  })

  it('should splice what would take too long to rehearse', () => {
    const bullets = Array.from(
      { length: 40_000 },
      (_, index) => `- water the bed with the number ${index}\n`,
    )
    const old = parseDocument(bullets.join(''), engine)
    const revised = parseDocument(bullets.toSpliced(20_000, 1).join(''), engine)
    const { plan, coverage } = replay(old, revised)
    expect(coverage).toEqual({ operations: 0, splices: 1 })
    expectReplayed(old, revised, plan)
  })

  it.each([
    ['an item changes', (deep: string) => `- oil\n${deep}`, (deep: string) => `- mend\n${deep}`],
    ['the list goes', (deep: string) => `- oil\n\n# Pond\n\n${deep}`, () => `- oil\n`],
    ['the list comes', () => `- oil\n`, (deep: string) => `- oil\n\n# Pond\n\n${deep}`],
  ])('should splice where a list nests deeper than the stack goes and %s', (_, before, after) => {
    const deep = `${'- '.repeat(5000)}beans\n`
    const [old, revised] = [before(deep), after(deep)].map((text) => parseDocument(text, engine))
    if (old === undefined || revised === undefined) throw new Error('there are two revisions')
    expect(replay(old, revised).coverage).toEqual({ operations: 0, splices: 1 })
  })

  it('should replay a change beside quotations that nest deeper than the stack goes', () => {
    const text = (verb: string): string => `- ${verb}\n\n  ${'> '.repeat(5000)}beans\n`
    const [old, revised] = ['oil', 'mend'].map((verb) => parseDocument(text(verb), engine))
    if (old === undefined || revised === undefined) throw new Error('there are two revisions')
    const { plan } = replay(old, revised)
    expect(plan.operations.map(({ op }) => op)).toEqual(['rename'])
  })

  it.each([
    ['drop', (rows: readonly string[]) => rows.filter((_, index) => index % 2 === 0)],
    ['rename', (rows: readonly string[]) => rows.map((row) => `${row} again`)],
    ['move', (rows: readonly string[]) => rows.toReversed()],
  ])('should %s as many items as there is time for, and splice the rest', (op, change) => {
    // Each try costs as much as the text is long.
    const long = 'Whoever waters a bed in the morning has no need to do so at noon. '.repeat(8_000)
    const rows = Array.from({ length: 120 }, (_, index) => `water bed number ${index}`)
    const [old, revised] = [rows, change(rows)].map((list) =>
      parseDocument(`# Garden\n\n${long}\n\n${list.map((row) => `- ${row}\n`).join('')}`, engine),
    )
    if (old === undefined || revised === undefined) throw new Error('there are two revisions')
    const { plan, coverage } = replay(old, revised)
    expect(plan.operations.map((operation) => operation.op)).toEqual([
      ...Array<string>(coverage.operations).fill(op),
      ...Array<string>(coverage.splices).fill('splice'),
    ])
    expect(coverage.operations).toBeGreaterThan(3)
    expect(coverage.splices).toBeGreaterThan(0)
    expectReplayed(old, revised, plan)
  })

  it('should parse no text again that it has just parsed', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `- water bed number ${index}\n`)
    const [old, revised] = [rows, rows.toReversed()].map((list) =>
      parseDocument(`# Garden\n\n${list.join('')}`, engine),
    )
    if (old === undefined || revised === undefined) throw new Error('there are two revisions')
    const texts: string[] = []
    const matching = matchDocuments(old, revised)
    const { plan } = planReplay({
      old,
      new: revised,
      matching,
      parse: (text) => {
        texts.push(text)
        return parseDocument(text, engine)
      },
    })
    expect(plan.operations.map(({ op }) => op)).toEqual(Array(11).fill('move'))
    expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([])
  })
})

/** Takes the operations in an order that their dependencies allow, by drawn numbers. */
function reorder(
  dependencies: readonly (readonly number[])[],
  choices: readonly number[],
): number[] {
  const left = new Set(dependencies.keys())
  const order: number[] = []
  while (left.size > 0) {
    const ready = [...left].filter((place) =>
      (dependencies[place] ?? []).every((earlier) => !left.has(earlier)),
    )
    const next = ready[(choices[order.length % choices.length] ?? 0) % ready.length]
    if (next === undefined) break
    order.push(next)
    left.delete(next)
  }
  return order
}

const MOVES: ReadonlySet<string> = new Set(['archive', 'demote', 'move', 'promote', 'rename'])

/** Counts the items that were renamed or moved but not rewritten, and those of them that were known again. */
function countIdentities(step: RevisedDocument, identities: { kept: number; all: number }): void {
  const matching = matchDocuments(step.old, step.new)
  for (const item of recognizable(step)) {
    if (!item.ops.some((op) => MOVES.has(op))) continue
    identities.all++
    if (matching.newOf(item.old) === item.new) identities.kept++
  }
}
