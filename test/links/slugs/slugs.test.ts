import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/document/parse-document.ts'
import type { Heading } from '../../../src/links/heading.ts'
import { readAnchors } from '../../../src/links/read-anchors.ts'
import { readHeadings } from '../../../src/links/read-headings.ts'
import { slugs, type SlugsName } from '../../../src/links/slugs/index.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'

/** Facts of a renderer's own public tests or documentation, else what those leave out. */
interface FactGroup {
  /** URL, or `crossoff`. */
  readonly source: string
  readonly facts: readonly Fact[]
}

interface Fact {
  readonly given: string
  readonly expect: readonly string[]
}

const names = Object.keys(slugs).filter(isSlugsName)

/** kramdown counts texts and not anchors, and Gitea counts neither. */
const unique: SlugsName[] = ['github', 'gitlab', 'mdbook', 'pandoc']
function isSlugsName(word: string): word is SlugsName {
  return Object.hasOwn(slugs, word)
}

function toHeading(text: string, index: number): Heading {
  const parts = [{ kind: 'text', text } as const]
  const span = { start: index, end: index }
  return { span, isHtml: false, level: 2, endsInProse: true, parts, bareParts: parts, source: text }
}

const engine = await loadEngine('satteri')
const engines = [engine, await loadEngine('remark')]

describe.each(names)('anchors of %s', (name) => {
  const groups = JSON.parse(readFileSync(`test/links/slugs/${name}.json`, 'utf8')) as FactGroup[]
  it('should be held against sources that are public', () => {
    const sources = groups.map(({ source }) => source).filter((source) => source !== 'crossoff')
    expect(sources.filter((source) => !URL.canParse(source))).toEqual([])
    expect(sources).not.toEqual([])
  })

  describe.each(groups)('as $source has them', ({ facts }) => {
    it.each(facts)('should be $expect', ({ given, expect: expected }) => {
      for (const engine of engines) {
        const anchors = readAnchors(parseDocument(given, engine), name)
        expect(anchors.map(({ anchor }) => anchor)).toEqual(expected)
      }
    })
  })
})

describe.each(unique)('anchors of %s', (name) => {
  it('should be unique, whatever headings without ids say', () => {
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

  // https://gitlab.com/gitlab-org/gitlab/-/blob/v16.0.0-ee/spec/lib/gitlab/utils/markdown_spec.rb
  it('should give what GitLab gave before 17.0', () => {
    const products = ['My Header (ULTIMATE)', 'My Header (STARTER ONLY)', 'My, Header!']
    expect(read('gitlab', ...products)).toEqual(['my-header', 'my-header-1', 'my-header-2'])
    expect(read('gitlab', '   My -   -  -   Header, ', '123', 'My Header', '!', '!')).toEqual([
      'my-header',
      'anchor-123',
      'my-header-1',
      undefined,
      '-1',
    ])
  })

  it('should give what Gitea gave before 1.26: of the source, and each only once', () => {
    expect(read('gitea', '[Bread](shop.md)', 'Rolls', 'Rolls', '!', 'Two\nlines')).toEqual([
      'breadshopmd',
      'rolls',
      'rolls-1',
      'heading',
      'lines',
    ])
  })

  it('should give what kramdown gives in the other dialect', () => {
    expect(read('kramdown', '1. Bread_Rolls')).toEqual(['1-bread_rolls'])
    expect(read('jekyll', '1. Bread_Rolls')).toEqual(['breadrolls'])
  })

  // https://pandoc.org/MANUAL.html#extension-auto_identifiers
  it('should give what Pandoc gives of GitHub’s dialect, and without smart punctuation', () => {
    expect(read('pandoc', 'Dogs?--in my house?')[1]).toBe('dogs--in-my-house')
    expect(read('pandoc', '3. A -- b_c', '!', '!')).toEqual([
      ...['3-a----b_c', undefined, '-1'],
      ...['a----b_c', 'section', 'section-1'],
    ])
  })

  it('should leave HTML to renderers that give it anchors', () => {
    const html: Heading = { ...toHeading('Bread', 0), isHtml: true, source: '' }
    const others = names.filter((name) => slugs[name].otherSlugs([html]).some(Boolean))
    expect(others).toEqual(['github', 'gitlab', 'mdbook', 'gitbook'])
  })

  it('should give what the program GitBook gave', () => {
    const titles = ['hello', 'hello world', '您好', 'I ♥ you', 'a > b', 'Cool !!']
    const slugs = ['hello', 'hello-world', '您好', 'i--you', 'a--b', 'cool-']
    expect(read('gitbook', ...titles)).toEqual(slugs)
    const german = 'Schöner Titel läßt grüßen!? Bel été !'
    expect(read('gitbook', german)).toEqual(['schöner-titel-läßt-grüßen-bel-été-'])
    expect(read('gitbook', '!weird + id/for headings', '> a')).toEqual([
      'weird--idfor-headings',
      'a',
    ])
  })

  it('should give what Docusaurus gave without directives', () => {
    expect(read('docusaurus', 'node:fs')).toEqual(['nodefs'])
  })

  it('should give what VitePress gives where a word is no emoji', () => {
    expect(read('vitepress', 'a :rye: b').slice(0, 1)).toEqual(['a-rye-b'])
  })

  it('should give what GitHub says in its documentation', () => {
    expect(read('github', ' A ')).toEqual(['a'])
  })
})

describe('idOf', () => {
  it('should know the ids of authors, in the forms that a renderer reads', () => {
    const read = (text: string): string[] =>
      names.filter((name) =>
        engines.every((engine) => {
          const headings = readHeadings(parseDocument(text, engine).root, text)
          return headings.some((heading) => slugs[name].idOf(heading) === 'pie')
        }),
      )
    const most = ['gitea', 'mdbook', 'kramdown', 'jekyll', 'pandoc', 'docusaurus', 'vitepress']
    expect(read('# Cake {#pie}')).toEqual(most)
    expect(read('# Cake {/* #pie */}')).toEqual(['gitea', 'mdbook', 'docusaurus', 'vitepress'])
    expect(read('# Cake {.warm #pie}')).toEqual(['gitea', 'mdbook', 'pandoc', 'vitepress'])
    expect(read('# Cake\n{: #pie}')).toEqual(['kramdown', 'jekyll'])
    expect(read('# Cake {#pie what}')).toEqual(['gitea', 'mdbook', 'vitepress'])
    expect(read('## <a href="#pie" id="pie"></a> Cake')).toEqual(['gitbook'])
    expect(read('# Cake')).toEqual([])
  })
})

describe('foldFragment', () => {
  it('should take off the prefix that a forge puts before anchors', () => {
    const folded = names.filter((name) => slugs[name].foldFragment('user-content-pie') === 'pie')
    expect(folded).toEqual(['github', 'gitlab', 'gitea'])
  })

  it('should know a page of a source where a renderer makes a site', () => {
    const isSite = (name: SlugsName): boolean => slugs[name].sourcesOf('pie.html').length > 0
    expect(names.filter(isSite)).toEqual(['mdbook', 'docusaurus', 'vitepress', 'gitbook'])
  })
})

describe('hides', () => {
  const isHidden = (name: SlugsName, text: string): boolean | undefined => {
    const { root, source } = parseDocument(text, engine)
    return slugs[name].hides?.({ source, headings: readHeadings(root, source.text) })
  }

  it('should tell what a text does not show', () => {
    expect(isHidden('docusaurus', "import Rye from './_rye.mdx'\n")).toBe(true)
    expect(isHidden('docusaurus', "import Rye from './rye.js'\n")).toBe(false)
    expect(isHidden('vitepress', '<!--@include: ./rye.md-->\n')).toBe(true)
    expect(isHidden('vitepress', '<!-- include -->\n')).toBe(false)
    expect(isHidden('gitbook', '{% tab title="Rye" %}\n')).toBe(true)
    expect(isHidden('gitbook', '## Crème\n')).toBe(true)
    expect(isHidden('gitbook', '## Bread – “soft” → done 🥖\n')).toBe(false)
  })
})

describe('sourcesOf', () => {
  it('should name what a page may be made of', () => {
    expect(slugs.docusaurus.sourcesOf('docs/oven.html').slice(0, 3)).toEqual([
      'docs/oven.md',
      'docs/oven.mdx',
      'docs/oven/index.md',
    ])
    expect(slugs.gitbook.sourcesOf('oven.html')).toEqual(['oven.md', 'oven/README.md'])
    expect(slugs.gitbook.sourcesOf('oven.html')).toEqual(['oven.md', 'oven/README.md'])
    expect(slugs.vitepress.sourcesOf('oven')).toEqual(['oven.md', 'oven/index.md'])
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
