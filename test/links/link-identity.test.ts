import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic.ts'
import type { Link } from '../../src/document/link.ts'
import { checkContext } from '../../src/links/check-documents.ts'
import { classifyLinks } from '../../src/links/classify-links.ts'
import type { LinkBase } from '../../src/links/compare-page.ts'
import { changeLinkContext, createLinkContext } from '../../src/links/create-link-context.ts'
import type { LinkContext } from '../../src/links/link-context.ts'
import { matchMoves } from '../../src/links/match-moves.ts'
import { traceLinks } from '../../src/links/trace-links.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { applyEdits } from '../../src/text/text-edit.ts'
import {
  followLinked,
  isTellable,
  type LinkedDocument,
  type LinkedEdit,
  linkedEdit,
  renderLinked,
  type SectionLink,
} from '../arbitraries/linked-documents.ts'
import { memoryFiles } from '../fakes/memory-files.ts'

const engine = await loadEngine('satteri')
const runs = Number(process.env.CROSSOFF_LINKED_EDITS ?? 300)
const size = Number(process.env.CROSSOFF_LINKED_DOCUMENTS ?? 10)

type Texts = Readonly<Record<string, string>>

function renderAll(documents: readonly LinkedDocument[]): Texts {
  return Object.fromEntries(documents.map((each) => [each.path, renderLinked(each)]))
}

function contextOf(texts: Texts): LinkContext {
  const files = memoryFiles(texts)
  return createLinkContext({ files, documents: files.files(), engine, options: {} })
}

/** What git would tell of the two revisions, which know each other's files. */
function baseOf({ before, after }: LinkedEdit, now: LinkContext): LinkBase {
  const places = new Map(
    before.map(({ key, path }) => [path, after.find((each) => each.key === key)?.path]),
  )
  const changes = new Map<string, string | undefined>([
    ...after.map(({ path }) => [path, undefined] as const),
    ...Object.entries(renderAll(before)),
  ])
  const past = changeLinkContext(now, changes, engine)
  const states = { before: past, after: now }
  const moves = matchMoves({ places, added: [] }, states, engine)
  return { before: past, trace: traceLinks(moves, states) }
}

/** What became of each link, by its words, as GitHub renders the sections. */
function foretell({ before, after }: LinkedEdit): Map<string, string> {
  const olds = new Map<string, readonly [SectionLink, LinkedDocument]>()
  for (const document of before)
    for (const link of document.sections.flatMap(({ links }) => links))
      olds.set(link.mark, [link, document])
  return new Map(
    after.flatMap((document) =>
      document.sections.flatMap(({ links }) =>
        links.map((link) => {
          const now = followLinked(link.target, document, after)
          const [past, home] = olds.get(link.mark) ?? []
          if (past?.target !== link.target || home === undefined)
            return [link.mark, now === undefined ? 'broken' : 'intact'] as const
          const then = followLinked(past.target, home, before)
          return [link.mark, judge(then, now)] as const
        }),
      ),
    ),
  )
}

function judge(then: number | undefined, now: number | undefined): string {
  if (then === undefined) return now === undefined ? 'known' : 'revived'
  if (now === undefined) return 'broken'
  return now === then ? 'intact' : 'retargeted'
}

function wordsOf(link: Link, file: string, context: LinkContext): string {
  const reading = context.page(file)
  const text = reading.kind === 'page' ? reading.page.source.text : ''
  return text.slice(link.span.start + 1, link.urlSpan.start - 2)
}

const anyEdit = linkedEdit(size).filter(isTellable)

describe('links between two revisions', () => {
  it('should be told as intact, broken, known, revived or retargeted', () => {
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const context = contextOf(renderAll(edit.after))
        const base = baseOf(edit, context)
        const states = { before: base.before, after: context }
        const told = context.documents.flatMap((file) =>
          classifyLinks(file, states, base.trace).map(
            ({ link, fate }) => [wordsOf(link, file, context), fate.kind] as const,
          ),
        )
        expect(new Map(told)).toEqual(foretell(edit))
      }),
      { numRuns: runs },
    )
  })

  it('should be reported where they are newly wrong, and lead where they led when that is fixed', () => {
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const texts = renderAll(edit.after)
        const context = contextOf(texts)
        const { diagnostics } = checkContext(context, { base: baseOf(edit, context) })
        const expected = [...foretell(edit).values()]
        const count = (kind: string): number => expected.filter((each) => each === kind).length
        expect(diagnostics).toHaveLength(count('broken') + count('retargeted'))
        expect(diagnostics.filter(({ code }) => code === 'link/retargeted')).toHaveLength(
          count('retargeted'),
        )
        const mended = { ...edit, after: mend(edit.after, diagnostics, texts) }
        // What is left leads to what is gone, or was never there.
        const left = [...foretell(mended)].filter(
          ([, kind]) => kind === 'broken' || kind === 'retargeted',
        )
        expect(left.filter(([mark]) => isThere(mark, edit))).toEqual([])
      }),
      { numRuns: runs },
    )
  })
})

/** Applies the fixes, and reads the targets back. */
function mend(
  after: readonly LinkedDocument[],
  diagnostics: readonly Diagnostic[],
  texts: Texts,
): readonly LinkedDocument[] {
  return after.map((document) => {
    const own = diagnostics.filter(({ file }) => file === document.path)
    const edits = own.flatMap(({ fix }) => fix?.edits ?? []).toSorted((a, b) => a.start - b.start)
    const text = applyEdits(texts[document.path] ?? '', edits)
    const targets = new Map(
      text
        .split('\n')
        .filter((line) => line.startsWith('- ['))
        .map((line) => line.slice(3, -1).split(']('))
        .map(([mark, target]) => [mark, target]),
    )
    const sections = document.sections.map((section) => ({
      ...section,
      links: section.links.map(({ mark, target }) => ({
        mark,
        target: targets.get(mark) ?? target,
      })),
    }))
    return { ...document, sections }
  })
}

/** Whether a link is as it was, and the section that it led to is still there. */
function isThere(mark: string, { before, after }: LinkedEdit): boolean {
  const marks = new Set(after.flatMap(({ sections }) => sections.map((section) => section.mark)))
  const now = after.flatMap(({ sections }) => sections.flatMap(({ links }) => links))
  return before.some((document) =>
    document.sections.some(({ links }) =>
      links.some((link) => {
        const isKept = now.some((each) => each.mark === mark && each.target === link.target)
        const then = followLinked(link.target, document, before)
        return link.mark === mark && isKept && then !== undefined && marks.has(then)
      }),
    ),
  )
}
