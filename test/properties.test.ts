import { Buffer, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Item } from '../src/document/document.ts'
import { parseDocument } from '../src/document/parse-document.ts'
import { walkItems } from '../src/document/walk-items.ts'
import { CrossoffError } from '../src/errors.ts'
import { loadEngine } from '../src/markdown/load-engine.ts'
import type { MarkdownEngine } from '../src/markdown/markdown-engine.ts'
import { applyPlan } from '../src/plans/apply-plan.ts'
import type { Operation, Plan } from '../src/plans/plan.ts'
import type { PlanResult } from '../src/plans/plan-result.ts'
import { selectMatches } from '../src/selectors/select-item.ts'
import { readTarget } from '../src/selectors/select-target.ts'
import {
  parseSourceText,
  renderSourceText,
  type SourceText,
  toSourceText,
} from '../src/text/source-text.ts'
import { anyMarkdown, lineSoup, mutated } from './arbitraries/markdown.ts'
import { type OperationDraw, operationDraw, toOperation } from './arbitraries/operations.ts'
import { smallTodo } from './arbitraries/small-todo.ts'
import { promiseProblem } from './properties/flat-items.ts'
import { lineProblem } from './properties/line-problem.ts'

const engine = await loadEngine('satteri')
const remark = await loadEngine('remark')
/** The tests load the parser's development build, which asserts what users' builds do not. */
const reference: MarkdownEngine = {
  ...remark,
  parse: (text) => {
    try {
      return remark.parse(text)
    } catch (error) {
      fc.pre(!(error instanceof Error) || error.name !== 'Assertion')
      throw error
    }
  },
}

/** Pairs of document and operation for each law; by hand: `CROSSOFF_RUNS=1000000`. */
const runs = Number(process.env.CROSSOFF_RUNS ?? 10_000)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)
/** Every share has its own timeout, and its own seed. */
const shares = [0, 1, 2, 3].map((share) => ({
  share,
  numRuns: Math.ceil(runs / 4),
  seed: seed + share,
}))
const timeout = Math.max(60_000, runs * 20)

const FILE = 'TODO.md'

/** Errors that say no; everything else that is thrown is a bug. */
const REFUSALS: ReadonlySet<string> = new Set(['operation-refused', 'verification-failed'])

/** Mostly small documents, as people write them and as nobody would. */
function documents(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: smallTodo() },
    { weight: 4, arbitrary: lineSoup() },
    { weight: 3, arbitrary: mutated(smallTodo()) },
    { weight: 1, arbitrary: anyMarkdown() },
  )
}

function apply(source: SourceText, plan: Plan, other = engine): PlanResult {
  return applyPlan(plan, {
    file: FILE,
    read: (file) => (file === FILE ? source : undefined),
    engine,
    reference: other,
  })
}

/** What a plan makes of a text; the error's code where it says no. */
function outcome(source: SourceText, plan: Plan, other = engine): SourceText | string {
  try {
    return apply(source, plan, other).files[0]?.after ?? source
  } catch (error) {
    if (error instanceof CrossoffError) return error.code
    throw error
  }
}

function bytesOf(source: SourceText): Buffer {
  return Buffer.from(renderSourceText(source))
}

function single(operation: Operation): Plan {
  return { version: 1, operations: [operation] }
}

describe.each(shares)('laws of operations, share $share', ({ numRuns, seed: own }) => {
  it('should hold laws 2, 3, 4 and 6 for one operation on any document', { timeout }, () => {
    fc.assert(
      fc.property(
        documents(),
        operationDraw(),
        fc.boolean(),
        // The reference takes most of the time, so that a part of the runs asks it.
        fc.nat(19),
        (text, draw, hasBom, share) => {
          const document = parseDocument(toSourceText(text, hasBom), engine)
          const operation = toOperation(document, draw)
          fc.pre(operation !== undefined)
          checkOperation(document, operation, share === 0 ? reference : engine)
        },
      ),
      { numRuns, seed: own },
    )
  })

  it('should apply a plan all or not at all, as its operations one by one', { timeout }, () => {
    fc.assert(
      fc.property(
        documents(),
        fc.array(operationDraw(), { minLength: 2, maxLength: 3 }),
        fc.nat(3),
        checkPlan,
      ),
      { numRuns, seed: own },
    )
  })

  it('should change nothing without an operation', { timeout }, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          documents(),
          fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
        ),
        fc.boolean(),
        (text, hasBom) => {
          const bytes = Buffer.from(hasBom ? `\uFEFF${text}` : text.replace(/^\uFEFF/u, ''))
          const source = parseSourceText(bytes)
          expect(bytesOf(source).equals(bytes)).toBe(true)
          expect(apply(source, { version: 1, operations: [] })).toMatchObject({
            files: [],
            inverse: { operations: [] },
          })
        },
      ),
      { numRuns, seed: own },
    )
  })

  it('should refuse bytes that are not UTF-8, and take all others as they are', { timeout }, () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 24 }),
      fc
        .tuple(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 2 }))
        .map(([text, more]) => Buffer.concat([Buffer.from(text), more])),
    )
    fc.assert(
      fc.property(bytes, (given) => {
        if (isUtf8(given)) {
          expect(bytesOf(parseSourceText(given)).equals(given)).toBe(true)
        } else {
          expect(codeOf(() => parseSourceText(given))).toBe('not-utf8')
        }
      }),
      { numRuns, seed: own },
    )
  })

  it('should change nothing where a target names no item, or several', { timeout }, () => {
    fc.assert(fc.property(documents(), operationDraw(), fc.nat(4), fc.string(), checkTarget), {
      numRuns,
      seed: own,
    })
  })

  it('should select by the first rung of the ladder that has a match', { timeout }, () => {
    fc.assert(fc.property(documents(), fc.nat(200), fc.nat(5), fc.string(), checkSelector), {
      numRuns,
      seed: own,
    })
  })
})

/** Laws 2, 3, 4 and 6 around one operation. */
function checkOperation(document: Document, operation: Operation, other: typeof engine): void {
  const { source } = document
  let result: PlanResult
  try {
    result = apply(source, single(operation), other)
  } catch (error) {
    if (error instanceof CrossoffError && REFUSALS.has(error.code)) return
    throw error
  }
  const [file, second] = result.files
  expect(second).toBeUndefined()
  const after = file?.after ?? source
  const bom = operation.op === 'splice' ? operation.bom : undefined
  expect(after.hasBom).toBe(bom ?? source.hasBom)
  expect(spliceBytes({ ...source, hasBom: after.hasBom }, file?.edits ?? [])).toEqual(
    bytesOf(after),
  )
  expect(promiseProblem(document, parseDocument(after, engine), operation)).toBeUndefined()
  expect(lineProblem(document, parseDocument(after, engine), operation)).toBeUndefined()
  expect(outcome(after, result.inverse)).toEqual(source)
  checkResult(source, after, operation)
  const again = apply(toSourceText(source.text, source.hasBom), single(operation), other)
  expect(again.files.map(({ edits }) => edits)).toEqual(result.files.map(({ edits }) => edits))
  expect(again.inverse).toEqual(result.inverse)
}

/** A plan that tells the hash of its result leads to it, or nowhere. */
function checkResult(source: SourceText, after: SourceText, operation: Operation): void {
  const hash = createHash('sha256').update(after.text).digest('hex').slice(0, 12)
  const plan = single(operation)
  expect(outcome(source, { ...plan, result: hash })).toEqual(after)
  const other = hash.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'))
  expect(outcome(source, { ...plan, result: other })).toBe('item-changed')
}

/** Puts a text together from what edits leave of it, in bytes, without the code under test. */
function spliceBytes(
  { text, hasBom }: SourceText,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): Buffer {
  const parts = [Buffer.from(hasBom ? [0xef, 0xbb, 0xbf] : [])]
  let behind = 0
  for (const edit of edits) {
    expect(edit.start).toBeGreaterThanOrEqual(behind)
    expect(edit.end).toBeGreaterThanOrEqual(edit.start)
    parts.push(Buffer.from(text.slice(behind, edit.start)), Buffer.from(edit.text))
    behind = edit.end
  }
  expect(behind).toBeLessThanOrEqual(text.length)
  return Buffer.concat([...parts, Buffer.from(text.slice(behind))])
}

/** Law 5. */
function checkPlan(text: string, draws: readonly OperationDraw[], failing: number): void {
  const source = toSourceText(text)
  const operations: Operation[] = []
  let step: SourceText | string = source
  for (const draw of draws) {
    if (typeof step === 'string') break
    const operation = toOperation(parseDocument(step, engine), draw)
    if (operation === undefined) continue
    operations.push(operation)
    step = outcome(step, single(operation))
  }
  const whole = outcome(source, { version: 1, operations })
  expect(typeof whole === 'string' ? whole : whole.text).toBe(
    typeof step === 'string' ? step : step.text,
  )
  const missing: Operation = { op: 'drop', target: { path: ['no such item', 'at all'] } }
  const broken = operations.toSpliced(failing % (operations.length + 1), 0, missing)
  expect(typeof outcome(source, { version: 1, operations: broken })).toBe('string')
  expect(source.text).toBe(text)
}

/** Law 7, for the targets of plans. */
function checkTarget(text: string, draw: OperationDraw, kind: number, word: string): void {
  const document = parseDocument(text, engine)
  const places = walkItems(document.items)
  const place = places[draw.target % Math.max(1, places.length)]
  fc.pre(place !== undefined)
  const { path, expect: hash = '', ...rest } = readTarget(document, place.item)
  const targets = [
    { path },
    { path, kind: rest.kind ?? 'bullet' },
    { path: [...path.slice(0, -1), word] },
    { path, nth: draw.destination },
    { path, ...rest, expect: hash.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')) },
  ]
  const target = targets[kind] ?? { path }
  fc.pre(target.nth !== 0)
  const named = places.filter(
    ({ item }) =>
      JSON.stringify(item.path) === JSON.stringify(target.path) &&
      (target.kind === undefined || item.kind === target.kind),
  )
  const count = target.nth === undefined ? named.length : named.slice(target.nth - 1).length && 1
  const found = outcome(document.source, single({ op: 'drop', target }))
  if (count === 0) expect(found).toBe('item-missing')
  else if (count > 1) expect(found).toBe('item-ambiguous')
  else if (kind === 4) expect(found).toBe('item-changed')
  else if (typeof found === 'string') expect(REFUSALS).toContain(found)
}

/** Law 7, for what users type: the ladder is climbed anew, in the plainest way. */
function checkSelector(text: string, target: number, kind: number, word: string): void {
  const document = parseDocument(text, engine)
  const items = walkItems(document.items).map(({ item }) => item)
  const item = items[target % Math.max(1, items.length)]
  fc.pre(item !== undefined)
  const typed =
    [
      document.source.text.slice(item.titleSpan.start, item.titleSpan.end),
      item.title,
      item.title.toUpperCase(),
      item.title.slice(0, 4),
      word,
    ][kind] ?? `**${item.title}**`
  const rungs: ((each: Item) => boolean)[] = [
    (each) => document.source.text.slice(each.titleSpan.start, each.titleSpan.end) === typed,
    (each) => each.title === typed,
    (each) => plain(each.title) === plain(each.kind === 'label' ? uncolon(typed) : typed),
    (each) => plain(typed) !== '' && plain(each.title).startsWith(plain(typed)),
  ]
  const expected = rungs.map((rung) => items.filter(rung)).find((found) => found.length > 0) ?? []
  const matches = selectMatches(document, { text: typed })
  expect(matches.map((each) => each.item)).toEqual(expected)
}

function plain(text: string): string {
  return text
    .replace(/[`*_~]/gu, '')
    .split(/\s+/u)
    .join(' ')
    .trim()
    .toLowerCase()
}

function uncolon(text: string): string {
  const folded = plain(text)
  return folded.endsWith(':') ? folded.slice(0, -1) : folded
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof CrossoffError) return error.code
    throw error
  }
  return undefined
}
