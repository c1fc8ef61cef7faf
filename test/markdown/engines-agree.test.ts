import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import { parseReferencePattern } from '../../src/document/reference-pattern.ts'
import type { MarkdownEngine } from '../../src/markdown/markdown-engine.ts'
import { remarkEngine } from '../../src/markdown/remark-engine.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { lineSoup, mutated, todoDocument } from '../arbitraries/markdown.ts'
import { documentTree, type DocumentTree } from '../document/item-tree.ts'
import { caseFolders } from './case-folders.ts'
import { hasCorpus, readCorpus } from '../corpus/read-corpus.ts'

const options = {
  owners: ['edef', 'tazjin'],
  references: [
    parseReferencePattern('cl/{number}', 'https://cl.example.org/{number}'),
    parseReferencePattern('//{path}', 'https://code.example.org/{path}'),
  ],
}

/** By hand: `CROSSOFF_PAIRS=200000 npx vitest run test/markdown/engines-agree.test.ts`. */
const runs = Number(process.env.CROSSOFF_PAIRS ?? 2000)

/** What an input must hold for a listed difference to excuse it. */
const excuses = caseFolders('parser-differences').map(({ read }) => {
  return new RegExp(read('needs.txt').trim(), 'u')
})

function treeOf(text: string, engine: MarkdownEngine): DocumentTree {
  return documentTree(parseDocument(text, engine, options))
}

function expectOneAnswer(text: string): void {
  const satteri = treeOf(text, satteriEngine)
  const remark = treeOf(text, remarkEngine)
  if (JSON.stringify(satteri) === JSON.stringify(remark)) return
  if (excuses.some((needed) => needed.test(text))) return
  expect(satteri).toEqual(remark)
}

describe.each([
  ['TODO documents', todoDocument(), 0.4],
  ['TODO documents, mutated', mutated(todoDocument()), 0.3],
  ['line soups', lineSoup(), 0.2],
  ['line soups, mutated', mutated(lineSoup()), 0.1],
] as const)('both engines', (kind, texts, share) => {
  it(
    `should give the same items for ${kind}`,
    () => {
      const numRuns = Math.ceil(runs * share)
      fc.assert(fc.property(texts, expectOneAnswer), { seed: 20_240_229, numRuns })
    },
    // One pair takes some milliseconds.
    60_000 + runs * 100,
  )
})

describe.skipIf(!hasCorpus)('the corpus of real documents (tvix-docs.bundle)', () => {
  it('should give the same items by both engines, in every revision of every document', () => {
    for (const text of readCorpus()) {
      expect(treeOf(text, satteriEngine)).toEqual(treeOf(text, remarkEngine))
    }
  })
})
