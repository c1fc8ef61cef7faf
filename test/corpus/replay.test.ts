import { beforeAll, describe, expect, it } from 'vitest'
import { diffItems } from '../../src/diff/diff-items.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { matchDocuments } from '../../src/matching/match-documents.ts'
import { planReplay } from '../../src/replay/plan-replay.ts'
import { type CorpusDocument, loadDocument } from './load-document.ts'
import { hasCorpus, readEventSample } from './read-corpus.ts'

describe.skipIf(!hasCorpus)('the differences of a real document (tvix-docs.bundle)', () => {
  let corpus: CorpusDocument

  beforeAll(async () => {
    corpus = await loadDocument()
  })

  /** Replays a step both ways, and tells whether named operations alone did it. */
  function replay(before: string, after: string): boolean {
    const { engine, apply } = corpus
    const [old, revised] = [parseDocument(before, engine), parseDocument(after, engine)]
    const { plan, coverage } = planReplay({
      old,
      new: revised,
      matching: matchDocuments(old, revised),
      parse: (text) => parseDocument(text, engine),
    })
    const replayed = apply(before, plan)
    expect(replayed.text).toBe(after)
    expect(apply(after, replayed.inverse).text).toBe(before)
    return coverage.splices === 0
  }

  it('should replay every step, and take it back, byte for byte', () => {
    const { revisions } = corpus
    const named = revisions.slice(1).map((after, index) => replay(revisions[index] ?? '', after))
    expect(named).toHaveLength(45)
    expect(named.filter(Boolean).length).toBeGreaterThanOrEqual(44)
  })

  it('should replay every step backwards', () => {
    const { revisions } = corpus
    for (const [index, before] of revisions.slice(1).entries())
      replay(before, revisions[index] ?? '')
  })

  it('should find what a careful reader found', () => {
    const { engine, revisions } = corpus
    const sample = readEventSample()
    expect(sample.length).toBeGreaterThan(10)
    for (const { n, exact, events, never = [], under } of sample) {
      const [old, revised] = [revisions[n - 1], revisions[n]].map((text) =>
        parseDocument(text ?? '', engine),
      )
      if (old === undefined || revised === undefined) throw new Error(`there is no revision ${n}`)
      const found = diffItems(matchDocuments(old, revised))
        .filter(({ implied }) => implied !== true)
        .map(({ change, kind, title, path }) => ({ change, kind, title, path }))
      const matches = (
        [change, kind, title]: readonly string[],
        event: (typeof found)[number],
      ): boolean =>
        event.change === change && event.kind === kind && event.title.startsWith(title ?? '')
      for (const event of events)
        expect(
          found.filter((each) => matches(event, each)),
          `revision ${n}: ${event.join(' ')}`,
        ).toHaveLength(1)
      for (const event of never)
        expect(
          found.filter((each) => matches(event, each)),
          `revision ${n}: ${event.join(' ')}`,
        ).toHaveLength(0)
      if (exact) expect(found, `revision ${n}`).toHaveLength(events.length)
      if (under !== undefined)
        for (const { path } of found) expect(path.slice(0, -1)).toContain(under)
    }
  })
})
