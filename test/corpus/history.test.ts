import { beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { parseDocument } from '../../src/document/parse-document.ts'
import { checkDocuments } from '../../src/links/check-documents.ts'
import type { LinkReport } from '../../src/links/check-documents.ts'
import type { Operation } from '../../src/plans/plan.ts'
import { selectItem } from '../../src/selectors/select-item.ts'
import { readTarget } from '../../src/selectors/select-target.ts'
import type { Selector } from '../../src/selectors/selector.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { type CorpusDocument, file, loadDocument } from './load-document.ts'
import { hasCorpus, readParentOf } from './read-corpus.ts'

/** Revisions that only remove, and what was dropped: 1-based, oldest first. */
const DROPS: Readonly<Record<number, readonly Selector[]>> = {
  5: [{ text: '`builtins.toXML` is missing' }, { text: '`builtins.toXML` self-closing' }],
  13: [{ text: 'The OTLP stack' }],
  14: [{ text: 'Convert builtins:fetchurl' }],
  18: [{ text: 'gRPC trace propagation' }],
  20: [{ text: '`builtins.path` roundtrip for flat' }],
  23: [{ text: 'crate2nix for WASM' }],
  24: [{ text: 'CLI' }],
  26: [{ text: 'redb backend', in: ['PathInfoService'] }],
  27: [{ text: 'redb backend' }],
  30: [{ text: 'DirectoryService' }],
  33: [{ text: 'Maybe drop' }],
  34: [{ text: 'PathInfo Data types' }],
  36: [{ text: 'The import builtins' }],
  37: [{ text: 'PathInfo: include references by content' }],
  40: [{ text: 'use stricter castore types' }],
  43: [{ text: 'Evaluator' }],
  44: [{ text: 'Each store should get' }],
  45: [{ text: 'Describe store composition' }],
}

/** Revisions that only add, and beside or under what. */
const ADDITIONS: Readonly<
  Record<number, readonly (readonly ['under' | 'before' | 'after', string])[]>
> = {
  3: [['under', 'Cleanups']],
  6: [['before', 'Error cleanup']],
  9: [['before', 'Perf']],
  15: [['after', 'Fetchers']],
  17: [['under', 'Perf']],
  25: [['before', 'Perf']],
  32: [
    ['after', 'Derivation -> Build'],
    ['after', 'PathInfo Data types'],
  ],
  35: [['under', 'Performance']],
  42: [['before', 'Nix language test suite']],
}

describe.skipIf(!hasCorpus)('the history of a real document (tvix-docs.bundle)', () => {
  let corpus: CorpusDocument

  beforeAll(async () => {
    corpus = await loadDocument()
  })

  /** Applies one operation, and its inverse, which must give the text again. */
  function change(text: string, toOperation: (document: Document) => Operation): string {
    const { engine, apply } = corpus
    const operation = toOperation(parseDocument(text, engine))
    const changed = apply(text, { version: 1, operations: [operation] })
    expect(apply(changed.text, changed.inverse).text).toBe(text)
    return changed.text
  }

  it.each(Object.entries(DROPS))('should remove what revision %s removes', (number, drops) => {
    const { revisions } = corpus
    const dropped = drops.reduce(
      (text, selector) =>
        change(text, (document) => ({
          op: 'drop',
          target: readTarget(document, selectItem(document, selector)),
        })),
      revisions[Number(number) - 1] ?? '',
    )
    expect(dropped).toBe(revisions[Number(number)])
  })

  it.each(Object.entries(ADDITIONS))('should add what revision %s adds', (number, places) => {
    const { revisions } = corpus
    const before = revisions[Number(number) - 1] ?? ''
    const expected = revisions[Number(number)] ?? ''
    const texts = addedItems(before, expected, places.length)
    const added = places.reduce(
      (text, [relation, title], index) =>
        change(text, (document) => ({
          op: 'add',
          text: texts[index] ?? '',
          [relation]: readTarget(document, selectItem(document, { text: title })),
        })),
      before,
    )
    expect(added).toBe(expected)
  })

  it('should prove a link to a blog by the source of the blog', () => {
    const tree = readParentOf('drop PathInfo including references by content idea')
    const blog = 'web/tvl/blog/2024-02-tvix-update.md'
    const check = (files: Record<string, string>): LinkReport =>
      checkDocuments({
        files: memoryFiles(files),
        documents: [file],
        engine: corpus.engine,
        options: { origins: { 'https://tvl.fyi/blog/tvix-update-february-24': blog } },
      })
    expect(check(tree).diagnostics).toEqual([])
    const text = tree[blog] ?? ''
    const renamed = text.replace(
      'Builder protocol, drv->builder',
      'Build protocol, from drv to builder',
    )
    expect(renamed).not.toBe(text)
    const [dead, ...others] = check({ ...tree, [blog]: renamed }).diagnostics
    expect(others).toEqual([])
    expect(dead).toMatchObject({
      code: 'link/missing-anchor',
      file,
      start: { line: 146, column: 61 },
    })
    expect(dead?.help).toContain('build-protocol-from-drv-to-builder')
  })
})

/** The lines that a revision adds, as the items they are: at no indentation, without blank lines around. */
function addedItems(before: string, after: string, count: number): string[] {
  const [old, lines] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (old[start] === lines[start]) start++
  const added = lines.slice(start, start + lines.length - old.length)
  // A blank line at the end may as well have been the one before.
  const items = count === 1 ? [added] : splitAtHeadings(added)
  return items.map((item) => {
    const text = item
      .join('\n')
      .replace(/^\s*\n/u, '')
      .trimEnd()
    const marker = /^ *- /u.exec(text)?.[0].length ?? 0
    const indent = new RegExp(`^ {0,${marker}}`, 'u')
    return text
      .split('\n')
      .map((line, index) => (index === 0 ? line.slice(marker) : line.replace(indent, '')))
      .join('\n')
  })
}

function splitAtHeadings(lines: readonly string[]): string[][] {
  const items: string[][] = []
  for (const line of lines) {
    if (line.startsWith('#') || items.length === 0) items.push([])
    items.at(-1)?.push(line)
  }
  return items
}
