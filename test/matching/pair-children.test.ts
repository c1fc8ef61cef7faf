import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { matchDocuments } from '../../src/matching/match-documents.ts'
import { toSourceText } from '../../src/text/source-text.ts'

const engine = await loadEngine('satteri')

/** The line of each item's partner, by its own line. */
function pairs(old: string, revised: string): [number, number | undefined][] {
  const read = (text: string): ReturnType<typeof parseDocument> =>
    parseDocument(toSourceText(text), engine)
  const lineIn = (text: string, offset: number | undefined): number | undefined =>
    offset === undefined ? undefined : text.slice(0, offset).split('\n').length
  const matching = matchDocuments(read(old), read(revised))
  return matching.old.entries.map(({ item }, number) => {
    const home = matching.new.entries[matching.newOf(number) ?? -1]?.item
    return [lineIn(old, item?.span.start) ?? 0, lineIn(revised, home?.span.start)]
  })
}

const one = '# Garden\n\n### Shed\n\nFelt the roof.\n'
const two = '# Garden\n\n## Shed\n\nBuy a lock.\n\n### Shed\n\nFelt the roof.\n'

describe('pairChildren', () => {
  it('should know a section again below a new one of its title', () => {
    expect(pairs(one, two)).toEqual([
      [1, 1],
      [3, 7],
    ])
  })

  it('should know a section again that one of its title is taken from around', () => {
    expect(pairs(two, one)).toEqual([
      [1, 1],
      [3, undefined],
      [7, 3],
    ])
  })
})
