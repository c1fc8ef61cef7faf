import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/document/parse-document.ts'
import type { Heading } from '../../../src/links/heading.ts'
import { readAnchors } from '../../../src/links/read-anchors.ts'
import { slugs, type SlugsName } from '../../../src/links/slugs/index.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'

// Facts of the renderers' own public tests, and of their documentation:
// https://github.com/rust-lang/mdBook/blob/master/crates/mdbook-html/src/utils.rs
// https://github.com/rust-lang/mdBook/tree/master/tests/testsuite/rendering/header_links
// https://github.com/rust-lang/mdBook/tree/master/tests/testsuite/markdown/custom_header_attributes
// https://github.com/pulldown-cmark/pulldown-cmark/blob/main/pulldown-cmark/specs/heading_attrs.txt
// https://github.com/Flet/github-slugger/blob/main/test/fixtures.json
interface Fact {
  readonly given: string
  readonly expect: readonly string[]
}

const names: SlugsName[] = ['github', 'mdbook']
function toHeading(text: string, index: number): Heading {
  const parts = [{ kind: 'text', text } as const]
  const span = { start: index, end: index }
  return { span, isHtml: false, parts, bareParts: parts, source: text }
}

const engines = [await loadEngine('satteri'), await loadEngine('remark')]

describe.each(names)('anchors of %s', (name) => {
  const facts = JSON.parse(readFileSync(`test/links/slugs/${name}.json`, 'utf8')) as Fact[]
  it.each(facts)('should be $expect', ({ given, expect: expected }) => {
    for (const engine of engines) {
      const anchors = readAnchors(parseDocument(given, engine), name)
      expect(anchors.map(({ anchor }) => anchor)).toEqual(expected)
    }
  })

  it('should be unique among headings without ids, whatever they say', () => {
    const title = fc.oneof(fc.constantFrom('a', 'a 1', 'a-1', 'A', '::', 'section-1'), fc.string())
    fc.assert(
      fc.property(fc.array(title), (titles) => {
        const anchors = slugs[name].slug(titles.map(toHeading))
        expect(new Set(anchors).size).toBe(titles.length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('otherSlugs', () => {
  const read = (name: SlugsName, ...texts: string[]): readonly (string | undefined)[] => {
    return slugs[name].otherSlugs(texts.map(toHeading))
  }

  it('should give what mdBook gave before 0.5', () => {
    expect(read('mdbook', 'Über', 'Über', '::', 'a--b').slice(0, 4)).toEqual([
      'Über',
      'Über-1',
      '',
      'a--b',
    ])
  })

  it('should give what mdBook gives without smart punctuation', () => {
    expect(read('mdbook', 'A--B').slice(1)).toEqual(['a--b'])
  })

  it('should give what GitHub says in its documentation', () => {
    expect(read('github', ' A ')).toEqual(['a'])
  })
})

describe('readAnchors', () => {
  it('should tell title, line, span and kind, in document order', () => {
    const text = '# A *b* {#c}\n\n> ## Quoted\n\n<a id="x"></a>\n\n## <i id="y">Y</i>\n'
    for (const engine of engines) {
      const document = parseDocument(text, engine)
      expect(readAnchors(document, 'mdbook')).toEqual([
        { anchor: 'c', title: 'A b', line: 1, span: { start: 0, end: 12 }, kind: 'explicit' },
        {
          anchor: 'quoted',
          title: 'Quoted',
          line: 3,
          span: { start: 16, end: 25 },
          kind: 'heading',
        },
        { anchor: 'x', title: '', line: 5, span: { start: 30, end: 36 }, kind: 'html' },
        { anchor: 'y', title: 'Y', line: 7, span: { start: 43, end: 61 }, kind: 'heading' },
        { anchor: 'y', title: 'Y', line: 7, span: { start: 49, end: 55 }, kind: 'html' },
      ])
      expect(readAnchors(document, 'github')[0]).toMatchObject({
        anchor: 'a-b-c',
        title: 'A b {#c}',
      })
    }
  })
})
