import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/document/document.ts'
import { type ItemPlace, walkItems } from '../../../src/document/walk-items.ts'
import { parseDocument } from '../../../src/document/parse-document.ts'
import { CrossoffError } from '../../../src/errors.ts'
import { checkContext } from '../../../src/links/check-documents.ts'
import { classifyLinks } from '../../../src/links/classify-links.ts'
import type { LinkBase } from '../../../src/links/compare-page.ts'
import { changeLinkContext, createLinkContext } from '../../../src/links/create-link-context.ts'
import { findBrokenLinks } from '../../../src/links/find-broken-links.ts'
import type { LinkContext } from '../../../src/links/link-context.ts'
import { matchMoves } from '../../../src/links/match-moves.ts'
import { traceLinks } from '../../../src/links/trace-links.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { applyPlan } from '../../../src/plans/apply-plan.ts'
import type { Operation } from '../../../src/plans/plan.ts'
import type { PlanResult } from '../../../src/plans/plan-result.ts'
import { readMoves } from '../../../src/plans/read-moves.ts'
import { planLinkRepairs } from '../../../src/plans/repair-links.ts'
import { toSourceText } from '../../../src/text/source-text.ts'
import { applyEdits } from '../../../src/text/text-edit.ts'
import { anyStroke, editFiles } from '../../arbitraries/linked-edits.ts'
import {
  linkedRepository,
  type LinkedRepository,
  pick,
  type Renderer,
  type Texts,
} from '../../arbitraries/linked-repository.ts'
import { memoryFiles } from '../../fakes/memory-files.ts'
import { foretellFates, listStrayed, type RepositoryEdit } from './foretell-fates.ts'
import { renderSections } from './render-sections.ts'

const engine = await loadEngine('satteri')

/** Edits of each kind; by hand: `CROSSOFF_EDITS=10000`. */
const edits = Number(process.env.CROSSOFF_EDITS ?? 200)
const seed = Number(process.env.CROSSOFF_SEED ?? 20_240_229)

/** Each repository is made once, for so many edits. */
const EDITS_EACH = 10

const DOCUMENTS = 50

const anchorsOf = (text: string, renderer: Renderer): string[] => [
  ...renderSections(text, renderer).anchors.keys(),
]

/**
 * What is cut out of a nested text and pasted elsewhere takes other sections below it, and nobody
 * could tell what became of them.
 */
const flat = linkedRepository({ size: DOCUMENTS, isNested: false }, anchorsOf)
const nested = linkedRepository({ size: DOCUMENTS, isNested: true }, anchorsOf)

/** Repositories, and what is done to each, one after the other, with it as it was made. */
function sample<Step>(
  anyRepository: fc.Arbitrary<LinkedRepository>,
  anyStep: fc.Arbitrary<Step>,
  maxLength: number,
): readonly (readonly [LinkedRepository, readonly (readonly Step[])[]])[] {
  const anySession = fc.array(anyStep, { minLength: 1, maxLength })
  const sessions = fc.array(anySession, { minLength: EDITS_EACH, maxLength: EDITS_EACH })
  return fc.sample(fc.tuple(anyRepository, sessions), {
    numRuns: Math.ceil(edits / EDITS_EACH),
    seed,
  })
}

function contextOf({ texts, renderer: slugs, keepsAnchors }: LinkedRepository): LinkContext {
  const files = memoryFiles(texts)
  const documents = files.files().filter((file) => file.endsWith('.md'))
  return createLinkContext({ files, documents, engine, options: { slugs, keepsAnchors } })
}

/** What makes a repository of another; what is the same is not read again. */
function differences(from: Texts, to: Texts): Map<string, string | undefined> {
  const files = new Set([...Object.keys(from), ...Object.keys(to)])
  return new Map(
    [...files].filter((file) => from[file] !== to[file]).map((file) => [file, to[file]]),
  )
}

const words = /link [\d-]+/u

/** The link by its words, which stand in it or behind its tag. */
function wordsOf(file: string, start: number, texts: Texts): string {
  return words.exec((texts[file] ?? '').slice(start))?.[0] ?? ''
}

function only(fates: ReadonlyMap<string, string>, ...kinds: string[]): [string, string][] {
  return [...fates].filter(([, kind]) => kinds.includes(kind)).sort()
}

describe('free edits of the files of a repository', () => {
  it('should be judged link by link, and the links follow what is still there', () => {
    for (const [repository, sessions] of sample(flat, anyStroke, 3)) {
      const { renderer, texts } = repository
      const past = contextOf(repository)
      for (const strokes of sessions) {
        const edit = { renderer, before: texts, ...editFiles(texts, strokes) }
        if (isTellable(edit)) judgeFiles(edit, past, describeEdit(edit, strokes))
      }
    }
  }, 3_600_000)
})

function judgeFiles(edit: RepositoryEdit, past: LinkContext, note: string): void {
  const { context, base } = compare(edit, past)
  const states = { before: past, after: context }
  const told = context.documents.flatMap((file) =>
    classifyLinks(file, states, base.trace).map(
      ({ link, fate }) => [wordsOf(file, link.span.start, edit.after), fate.kind] as const,
    ),
  )
  const foretold = foretellFates(edit)
  expect(
    told.filter(([mark, kind]) => foretold.get(mark) !== kind),
    note,
  ).toEqual([])
  expect(told, note).toHaveLength(foretold.size)
  expect(listStrayed(edit, fix(edit.after, context, base)), note).toEqual([])
}

/** What the edit was, and the sections of the documents that it changed, before and after. */
function describeEdit({ before, after, renderer }: RepositoryEdit, steps: unknown): string {
  const sectionsIn = (text: string | undefined): unknown =>
    text === undefined ? undefined : renderSections(text, renderer).sections
  const changed = [...differences(before, after).keys()].map((file) => {
    return { file, before: sectionsIn(before[file]), after: sectionsIn(after[file]) }
  })
  return JSON.stringify({ steps, changed })
}

function compare(
  { before, after, renames }: RepositoryEdit,
  past: LinkContext,
): { context: LinkContext; base: LinkBase } {
  const context = changeLinkContext(past, differences(before, after), engine)
  const changed = Object.keys(before).filter((file) => before[file] !== after[file])
  const places = new Map(
    changed.map((file) => [
      file,
      renames.get(file) ?? (Object.hasOwn(after, file) ? file : undefined),
    ]),
  )
  const known = new Set([...Object.keys(before), ...renames.values()])
  const added = Object.keys(after).filter((file) => !known.has(file))
  const states = { before: past, after: context }
  const moves = matchMoves({ places, added }, states, engine)
  return { context, base: { before: past, trace: traceLinks(moves, states) } }
}

/** Writes the fixes of what `check --base` finds. */
function fix(texts: Texts, context: LinkContext, base: LinkBase): Texts {
  const { diagnostics } = checkContext(context, { base })
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => {
      const own = diagnostics.filter((each) => (each.fix?.file ?? each.file) === file)
      const all = own.flatMap((each) => each.fix?.edits ?? []).toSorted((a, b) => a.start - b.start)
      const once = new Map(all.map((each) => [JSON.stringify(each), each]))
      return [file, applyEdits(text, [...once.values()])]
    }),
  )
}

/**
 * Tells whether a reader of both revisions would know each section again: where a title came while
 * another like it left, nobody can tell whether the one was rewritten, nor that of a section which went
 * to another document and was rewritten there.
 */
function isTellable(edit: RepositoryEdit): boolean {
  return areTitlesTellable(edit) && areSentAsTheyWere(edit)
}

function areSentAsTheyWere({ before, after, renames }: RepositoryEdit): boolean {
  return Object.entries(before).every(([file, text]) => {
    const home = renames.get(file) ?? file
    if (after[home] === text) return true
    const others = Object.keys(after).filter(
      (each) => each !== home && after[each] !== before[each],
    )
    const sent = others.flatMap((each) => readBodies(after[each] ?? ''))
    const marks = new Set(sent.map((body) => MARK.exec(body)?.[0]))
    return readBodies(text).every((body) => !marks.has(MARK.exec(body)?.[0]) || sent.includes(body))
  })
}

/** "mark-101" */
const MARK = /mark-(?:page-)?\d+/u

/** What stands below each heading. */
function readBodies(text: string): string[] {
  return text.split(/\n(?=#{1,3} )/u).map((part) => part.slice(part.indexOf('\n')).trim())
}

function areTitlesTellable({ before, after, renames, renderer }: RepositoryEdit): boolean {
  return Object.entries(before).every(([file, text]) => {
    const now = after[renames.get(file) ?? file]
    if (now === undefined || now === text) return true
    const olds = renderSections(text, renderer).sections
    const news = renderSections(now, renderer).sections
    const isIn = (all: typeof olds, [mark, title]: (typeof olds)[number]): boolean =>
      all.some((each) => each[0] === mark && each[1] === title)
    const left = olds.filter((each) => !isIn(news, each))
    const came = news.filter((each) => !isIn(olds, each))
    return !left.some(([, a]) => came.some(([, b]) => isAlike(a, b)))
  })
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return one !== other && (a.startsWith(b) || b.startsWith(a)) ? a !== b : one === other
}

const anyAct = fc.record({
  op: fc.constantFrom<Operation['op'][]>(
    'drop',
    'rename',
    'move',
    'move',
    'add',
    'promote',
    'demote',
    'archive',
  ),
  document: fc.nat(),
  item: fc.nat(),
  to: fc.nat(),
  title: fc.constantFrom('Beds', 'Shed', 'Compost', 'Raised *beds*', 'Größe', 'Beds 1'),
})

type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never

describe('operations on the documents of a repository', () => {
  it('should tell each link that they break, and repair those whose targets are still there', () => {
    let done = 0
    for (const [repository, sessions] of sample(nested, anyAct, 2)) {
      const past = contextOf(repository)
      done += sessions.filter((acts) => judgePlan(acts, repository, past)).length
    }
    expect(done).toBeGreaterThan(edits / 2)
  }, 3_600_000)
})

function judgePlan(
  acts: readonly Act[],
  { renderer, texts }: LinkedRepository,
  past: LinkContext,
): boolean {
  const file = pick(documentsOf(texts), acts[0]?.document ?? 0)
  const operations = acts.flatMap((act) => toOperation(act, file, texts))
  const result = tryPlan(file, operations, texts)
  if (result === undefined) return false
  const after = { ...texts, ...readTexts(result) }
  const edit = { renderer, before: texts, after, renames: new Map<string, string>() }
  const broken = findBroken(result, edit, past)
  const told = broken.found.map(({ file, link, verdict }) => {
    const kind = verdict.code === 'link/retargeted' ? 'retargeted' : 'broken'
    return [wordsOf(file, link.span.start, after), kind]
  })
  const note = describeEdit(edit, operations)
  expect(told.sort(), note).toEqual(only(foretellFates(edit), 'broken', 'retargeted'))
  const repairs = planLinkRepairs({ after: broken.context, broken: broken.found })
  const mended = tryPlan(file, [...operations, ...repairs], texts)
  expect(mended, note).toBeDefined()
  if (mended === undefined) return false
  expect(listStrayed(edit, { ...texts, ...readTexts(mended) }), note).toEqual([])
  return true
}

function findBroken(
  result: PlanResult,
  { before, after }: RepositoryEdit,
  past: LinkContext,
): { context: LinkContext; found: ReturnType<typeof findBrokenLinks> } {
  const context = changeLinkContext(past, differences(before, after), engine)
  const states = { before: past, after: context }
  return { context, found: findBrokenLinks(states, traceLinks(readMoves(result), states)) }
}

function readTexts({ files }: PlanResult): Texts {
  return Object.fromEntries(files.map(({ file, after }) => [file, after.text]))
}

/** An operation that is refused is no edit. */
function tryPlan(
  file: string,
  operations: readonly Operation[],
  texts: Texts,
): PlanResult | undefined {
  const read = (path: string): ReturnType<typeof toSourceText> | undefined => {
    const text = texts[path]
    return text === undefined ? undefined : toSourceText(text)
  }
  try {
    return applyPlan(
      { version: 1, operations: [...operations] },
      { file, read, engine, reference: engine },
    )
  } catch (error) {
    if (error instanceof CrossoffError) return undefined
    throw error
  }
}

function toOperation({ op, item, to, title }: Act, file: string, texts: Texts): Operation[] {
  const targets = listTargets(file, texts)
  const target = pick(targets, item)
  const before = pick(targets, to)
  if (op === 'rename') return [{ op, target, title }]
  if (op === 'add') {
    const text = before.kind === 'section' ? `## ${title}\n\nfresh words\n` : title
    return [{ op, text, before }]
  }
  if (op === 'move' && to % 3 === 0) return [{ op, target, before }]
  if (op === 'move') return [{ op, target, to: pick(documentsOf(texts), to) }]
  if (op === 'archive') return [{ op, target, ...(to % 2 === 0 && { to: 'notes/archive.md' }) }]
  return op === 'drop' || op === 'promote' || op === 'demote' ? [{ op, target }] : []
}

/** Names every item of a document. */
function listTargets(file: string, texts: Texts): ItemTarget[] {
  const { items } = parseDocument(toSourceText(texts[file] ?? ''), engine)
  const counts = new Map<string, number>()
  return walkItems(items).map((place) => {
    const { kind } = place.item
    const path = pathOf(place)
    const key = JSON.stringify([kind, path])
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    return { path, kind, nth }
  })
}

interface ItemTarget {
  readonly path: readonly string[]
  readonly kind: Item['kind']
  readonly nth: number
}

function pathOf({ item, parent }: ItemPlace): string[] {
  return [...(parent === undefined ? [] : pathOf(parent)), item.title]
}

function documentsOf(texts: Texts): string[] {
  return Object.keys(texts).filter((file) => file.endsWith('.md'))
}
