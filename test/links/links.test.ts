import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CrossoffError } from '../../src/errors.ts'
import { checkDocuments } from '../../src/links/check-documents.ts'
import { changeLinkContext, createLinkContext } from '../../src/links/create-link-context.ts'
import { findBrokenLinks } from '../../src/links/find-broken-links.ts'
import { findClosest } from '../../src/links/similarity.ts'
import type { LinkContext } from '../../src/links/link-context.ts'
import type { LinkOptions } from '../../src/links/link-options.ts'
import type { LinkVerdict } from '../../src/links/link-verdict.ts'
import { matchMoves } from '../../src/links/match-moves.ts'
import { overlayFiles } from '../../src/links/overlay-files.ts'
import { resolveReference, resolveTarget } from '../../src/links/resolve-target.ts'
import { traceLinks } from '../../src/links/trace-links.ts'
import type { SlugsName } from '../../src/links/slugs/index.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { memoryFiles } from '../fakes/memory-files.ts'

const engine = await loadEngine('satteri')

type Contents = Readonly<Record<string, string | Uint8Array>>

function contextOf(contents: Contents, options: LinkOptions = {}): LinkContext {
  const files = memoryFiles(contents)
  const documents = files.files().filter((file) => file.endsWith('.md'))
  return createLinkContext({ files, documents, engine, options })
}

describe('resolveTarget', () => {
  const contents: Contents = {
    'a.md': '# A\n\n## Store config\n',
    'docs/b.md': '# B\n',
    'docs/cafe\u0301.md': '# Coffee\n',
    'bin.md': new Uint8Array([0xff, 0xfe]),
  }
  const status = (url: string, options: LinkOptions = {}): string => {
    const verdict = resolveTarget(url, 'docs/b.md', contextOf(contents, options))
    return verdict.status === 'unknown' ? `unknown: ${verdict.reason}` : verdict.status
  }

  it('should tell the file and the anchor of a live link', () => {
    expect(resolveTarget('../a.md#store-config', 'docs/b.md', contextOf(contents))).toEqual({
      status: 'alive',
      file: 'a.md',
      anchor: {
        anchor: 'store-config',
        title: 'Store config',
        line: 3,
        span: { start: 5, end: 20 },
        kind: 'heading',
      },
    })
  })

  it('should take the file of a live link without a fragment, and the root', () => {
    expect(resolveTarget('..', 'docs/b.md', contextOf(contents))).toEqual({
      status: 'alive',
      file: '',
    })
    expect(status('..#a')).toBe('unknown: `` is a directory without a page')
  })

  it('should find a path that is written in another Unicode form', () => {
    expect(resolveTarget('caf\u00e9.md', 'docs/b.md', contextOf(contents))).toMatchObject({
      status: 'dead',
      code: 'link/letter-case',
      message: '`docs/caf\u00e9.md` is in the Unicode form NFC, and in NFD in the repository',
      replacement: 'cafe\u0301.md',
    })
  })

  it('should not know what nobody can tell from the repository', () => {
    expect(status('../bin.md#a')).toBe('unknown: `bin.md` cannot be read as text')
    expect(status('../../a.md')).toBe('unknown: outside of the repository')
    expect(status('a%00b.md')).toBe('unknown: outside of the repository')
    expect(status('ftp:123')).toBe('unknown: `ftp:` is not checked')
    expect(status('mailto:me')).toBe('unknown: the mail address is incomplete')
    expect(status('https://example.org')).toBe('unknown: not checked')
    expect(status('...')).toBe('unknown: the target holds a placeholder')
  })

  it('should take the renderer that the config names', () => {
    expect(status('#B', { slugs: 'mdbook' })).toBe('dead')
    expect(
      status('#B', { slugs: (file) => (file.startsWith('docs/') ? 'mdbook' : 'github') }),
    ).toBe('dead')
    expect(status('#B', { slugs: () => undefined })).toBe('alive')
  })

  it('should say what the heading of a link is called on each renderer', () => {
    const page = '# A\n\n<h2>H</h2>\n'
    const prove = (url: string, slugs: SlugsName, other: SlugsName): readonly string[] => {
      const options = { slugs, otherSlugs: (): SlugsName[] => [other] }
      const verdict = resolveTarget(
        url,
        'docs/b.md',
        contextOf({ ...contents, 'c.md': page }, options),
      )
      if (verdict.status !== 'dead') return [verdict.status]
      return [verdict.message, verdict.help ?? '', verdict.replacement ?? '']
    }
    expect(prove('../c.md#A', 'github', 'mdbook')).toEqual([
      '`#A` is spelt `#a` in `c.md` (alive on github, dead on mdbook)',
      '“A” is `#a` on mdbook (c.md:1)',
      '#a',
    ])
    expect(prove('../c.md#h', 'github', 'kramdown')).toEqual([
      'no heading in `c.md` gives `#h` (alive on github, dead on kramdown)',
      'kramdown gives “H” no anchor (c.md:3)',
      '',
    ])
    expect(prove('../c.md#h', 'gitlab', 'kramdown')).toEqual([
      'no heading in `c.md` gives `#h` (unknown on gitlab, dead on kramdown)',
      '',
      '',
    ])
    expect(prove('#B', 'kramdown', 'github')).toEqual([
      '`#B` is spelt `#b` (dead on kramdown, alive on github)',
      '“B” is `#b` on kramdown (line 1)',
      '#b',
    ])
  })

  it('should keep an invalid percent sequence in a fragment as it is', () => {
    expect(status('#100%')).toBe('dead')
  })

  it('should prove an origin that is the whole host, or the whole repository', () => {
    expect(
      status('https://example.org#b', { origins: { 'https://Example.org': 'docs/b.md' } }),
    ).toBe('alive')
    const origins = { 'https://example.org/': '.', 'https://example.org/docs': 'docs' }
    expect(status('https://example.org/a#store-config', { origins })).toBe('alive')
    expect(status('https://example.org/docs/b#b', { origins })).toBe('alive')
  })

  it('should resolve the references of a config from the root', () => {
    const reference = (target: string): string =>
      resolveReference(target, 'docs/b.md', contextOf(contents)).status
    expect(reference('docs/b.md')).toBe('alive')
    expect(reference('//docs')).toBe('alive')
    expect(reference('gone')).toBe('dead')
    expect(reference('https://example.org/1')).toBe('unknown')
    expect(reference('tel:1')).toBe('unknown')
  })

  it('should not know ids that another renderer would take', () => {
    const page = '# A\n\nText {: #kram .x}\n\n(myst)=\n\n## B {#pandoc}\n'
    for (const url of ['#kram', '#myst', '#pandoc']) {
      expect(resolveTarget(url, 'a.md', contextOf({ 'a.md': page })).status).toBe('unknown')
    }
  })

  it('should read the book that a file belongs to, the nearest first', () => {
    const context = contextOf({
      'book.toml': '[book]\nsrc = "."\n',
      'a.md': '# A\n',
      'x/book.toml': 'book = 1\n',
      'x/src/b.md': '# B\n',
      'y/book.toml': '[book]\nsrc = "pages/"\n',
      'y/pages/c.md': '# C\n',
    })
    const files = ['a.md', 'x/src/b.md', 'x/other.md', 'y/pages/c.md']
    expect(files.map((file) => context.bookOf(file)?.src)).toEqual(['', 'x/src', '', 'y/pages'])
    expect(context.slugsOf('a.md')).toBe('mdbook')
    expect(resolveTarget('/a.md', 'a.md', context).status).toBe('alive')
  })

  it('should keep credits of contributors alive where a bot lists them', () => {
    const page = '<!-- ALL-CONTRIBUTORS-LIST:START -->\n\n<a href="#ideas-ada">x</a>\n'
    expect(resolveTarget('#ideas-ada', 'a.md', contextOf({ 'a.md': page })).status).toBe('unknown')
    expect(resolveTarget('#ideas-ada', 'a.md', contextOf({ 'a.md': '# A\n' })).status).toBe('dead')
  })

  it('should suggest a file of the same name, the likest where there are several', () => {
    const help = (paths: readonly string[], url: string): string | undefined => {
      const tree = Object.fromEntries(paths.map((path) => [path, '']))
      const verdict = resolveTarget(url, 'a.md', contextOf({ ...tree, 'a.md': '' }))
      return verdict.status === 'dead' ? verdict.help : verdict.status
    }
    expect(help(['x/plan.md'], 'y/plan.md')).toBe('did you mean `x/plan.md`')
    expect(help(['x/store/plan.md', 'z/plan.md'], 'y/store/plan.md')).toBe(
      'did you mean `x/store/plan.md`',
    )
    expect(help(['aaa/bbb/plan.md', 'ccc/ddd/plan.md'], 'plan.md')).toBeUndefined()
    expect(help(['x/plan.md'], '/y/plan.md')).toBe('did you mean `/x/plan.md`')
    expect(help(['a.md', 'b.md'], './b/')).toBe('did you mean `./b.md`')
    expect(help(['store.md'], 'stor.md?raw#api')).toBe('did you mean `store.md?raw#api`')
    expect(help(['store/x.md'], 'stor/#api')).toBe('did you mean `store/#api`')
    expect(help(['x/my plan.md'], 'y/my%20plan.md')).toBe('did you mean `x/my%20plan.md`')
  })

  it('should miss the file where a symbolic link is listed and leads nowhere', () => {
    const tree = memoryFiles({ 'a.md': '', 'dangling.md': '', 'other.md': '' })
    const files = {
      ...tree,
      kindOf: (path: string) => (path === 'dangling.md' ? undefined : tree.kindOf(path)),
    }
    const context = createLinkContext({ files, documents: ['a.md'], engine, options: {} })
    const missing = { status: 'dead', part: 'target', code: 'link/missing-file' }
    expect(resolveTarget('dangling.md', 'a.md', context)).toEqual({
      ...missing,
      message: '`dangling.md` is a symbolic link to nowhere',
    })
    expect(resolveTarget('Dangling.md', 'a.md', context)).toEqual({
      ...missing,
      message: 'nothing stands at `Dangling.md`',
      lost: { file: 'Dangling.md' },
      help: 'did you mean `dangling.md`',
    })
  })

  it('should know nothing of a file that symbolic links take out of the repository', () => {
    const files = {
      ...memoryFiles({ 'a.md': '', 'out.md': '# Secret\n' }),
      leadsOutside: (path: string) => path === 'out.md',
    }
    const context = createLinkContext({ files, documents: ['a.md'], engine, options: {} })
    expect(resolveTarget('out.md#secrets', 'a.md', context)).toMatchObject({
      status: 'unknown',
      reason: '`out.md` is a link that leads out of the repository',
    })
  })

  it('should not know what is in a directory that lists nothing', () => {
    const tree = memoryFiles({ 'a.md': '', 'vendor/store': '' })
    const files = {
      ...tree,
      kindOf: (path: string) => (path === 'vendor/store' ? 'directory' : tree.kindOf(path)),
    }
    const context = createLinkContext({ files, documents: ['a.md'], engine, options: {} })
    expect(resolveTarget('vendor/store/docs/b.md', 'a.md', context).status).toBe('unknown')
    expect(resolveTarget('vendor/b.md', 'a.md', context).status).toBe('dead')
  })

  it('should find every anchor of a document by the link that is built from it', () => {
    const line = fc.oneof(
      fc.string(),
      fc.string().map((text) => `# ${text}`),
      fc.string().map((text) => `<a id="${text.replaceAll(/["&<>\s]/gu, '')}"></a>`),
    )
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('github', 'mdbook'), (lines, slugs) => {
        const context = contextOf({ 'a.md': lines.join('\n\n') }, { slugs })
        for (const { anchor } of context.anchors('a.md', slugs)?.anchors ?? []) {
          const url = `a.md#${encodeURIComponent(anchor)}`
          expect(resolveTarget(url, 'a.md', context).status).toBe('alive')
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('should never throw, and never be dead without a code, whatever the target', () => {
    const piece = fc.constantFrom(
      '..',
      '/',
      '#',
      '%',
      '%zz',
      '?',
      'a.md',
      'docs',
      ':',
      '\\',
      ' ',
      '\0',
    )
    const context = contextOf(contents, { origins: { 'https://example.org': 'docs' } })
    const target = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string().map((text) => `https://example.org/${text}`),
    )
    fc.assert(
      fc.property(target, (url) => {
        const verdict = resolveTarget(url, 'docs/b.md', context)
        if (verdict.status === 'dead') expect(verdict.message).not.toBe('')
      }),
      { numRuns: 5000 },
    )
  })
})

describe('checkDocuments', () => {
  const check = (contents: Contents, options: LinkOptions = {}) => {
    const files = memoryFiles(contents)
    return checkDocuments({ files, documents: Object.keys(contents), engine, options })
  }

  it('should report a document that is not UTF-8, and check the others', () => {
    const contents = { 'b.md': '[a](gone)\n', 'a.md': new Uint8Array([0x41, 0xff]) }
    const { diagnostics, counts } = check(contents)
    expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([
      ['a.md', 'document/not-utf8'],
      ['b.md', 'link/missing-file'],
    ])
    expect(counts).toMatchObject({ documents: 2, links: 1, errors: 2 })
    expect(check(contents, { rules: { 'document/not-utf8': 'off' } }).diagnostics).toHaveLength(1)
  })

  it('should throw for a document that is not there, and pass on what an engine throws', () => {
    const files = memoryFiles({ 'a.md': '# A\n' })
    const sources = { files, documents: ['b.md'], engine, options: {} }
    expect(() => checkDocuments(sources)).toThrow(CrossoffError)
    const broken = {
      name: 'remark' as const,
      parse: () => {
        throw new Error('broken')
      },
    }
    expect(() => checkDocuments({ ...sources, documents: ['a.md'], engine: broken })).toThrow(
      'broken',
    )
  })

  it('should sort findings at one place by their codes, and write labels as they are', () => {
    const { diagnostics } = check({ 'a.md': 'Text.\n\n[x\\]y]: a.md\n[x\\]y]: #\n[x\\]Y]: b.md\n' })
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['link/unused-definition', 'nothing refers to `[x\\]y]`'],
      ['link/duplicate-definition', '`[x\\]Y]` is defined before, in line 3'],
      ['link/unused-definition', 'nothing refers to `[x\\]Y]`'],
      ['link/missing-file', 'nothing stands at `b.md`'],
    ])
  })

  it('should read a comment that is no ignore, or never ends, as what it is', () => {
    const text =
      'Text <!-- a remark --> [x](#gone) <!-- crossoff-ignore-next -->\n\n<!-- crossoff-ignore-next\n'
    expect(check({ 'a.md': text }).diagnostics.map(({ code }) => code)).toEqual([
      'link/missing-anchor',
      'ignore/unused',
    ])
  })

  it('should call no comment unused that may silence what the web says another day', () => {
    const text = (codes: string): string =>
      `<!-- crossoff-ignore-next${codes} -->\n[x](https://example.org/bread), [y](#beds)\n\n# Beds\n`
    const codes = (contents: string, options: LinkOptions = {}): string[] =>
      check({ 'a.md': contents, 'blog/bread.md': '' }, options).diagnostics.map(({ code }) => code)
    const remote = (): LinkVerdict => ({ status: 'alive' })
    for (const of of ['', ' remote/dead', ' link/empty, remote/moved'])
      expect([codes(text(of)), codes(text(of), { remote })]).toEqual([[], []])
    expect(codes(text(' link/missing-anchor'))).toEqual(['ignore/unused'])
    // What the repository proves is no matter of the day, and what stands below is not covered.
    const origins = { 'https://example.org': 'blog' }
    expect(codes(text(' remote/dead'), { origins })).toEqual(['ignore/unused'])
    expect(codes('<!-- crossoff-ignore-next -->\nText.\n\n<https://example.org>\n')).toEqual([
      'ignore/unused',
    ])
  })

  it('should offer no fix where the target is written with escapes', () => {
    const { diagnostics } = check({ 'a.md': '[a](B\\_c.md)\n', 'b_c.md': '' })
    expect(diagnostics[0]).toMatchObject({ code: 'link/letter-case' })
    expect(diagnostics[0]).not.toHaveProperty('fix')
  })

  it('should point at the whole target where its fragment is written as a reference', () => {
    const { diagnostics } = check({ 'a.md': '[a](a.md&num;gone)\n' })
    expect([diagnostics[0]?.start.column, diagnostics[0]?.end.column]).toEqual([5, 18])
  })

  it('should leave a file of definitions alone, and tell equal codes at one place apart', () => {
    const { diagnostics } = check({ 'a.md': '---\nx: 1\n---\n\n[a]: https://example.org\n' })
    expect(diagnostics).toEqual([])
  })

  it('should suggest for thousands of wrong fragments', () => {
    const headings = Array.from(
      { length: 3000 },
      (_, at) => `## The store of builder ${String(at)}`,
    )
    const links = headings.map((_, at) => `[x](#the-stor-of-buildr-${String(at)})`)
    const { diagnostics } = check({ 'a.md': [...headings, ...links].join('\n\n') })
    expect(diagnostics).toHaveLength(3000)
    expect(diagnostics[2345]?.help).toMatch(/^did you mean `#the-store-of-builder-2345` /u)
  })

  it('should never throw on random Markdown, and give the same twice', () => {
    const piece = fc.constantFrom(
      '[a]',
      '(b)',
      '[c]: d',
      '<!-- crossoff-ignore-next',
      '-->',
      '<h2>',
      '</h2>',
      '# x',
      '{#y}',
      '\n',
      '\n\n',
      '- ',
      '> ',
      '`',
      '](',
      '![',
      '<a id="',
      '">',
      '|',
      '[^1]',
      '\\',
      '    ',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const contents = { 'a.md': pieces.join('') }
        expect(check(contents)).toEqual(check(contents))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('findBrokenLinks', () => {
  const before = {
    'a.md': '[x](b.md#one) [y](b.md#two) [z](b.md#gone) [e]()\n',
    'b.md': '# One\n\n# Two\n',
    'bad.md': new Uint8Array([0xff]),
  }
  const broken = (changes: Record<string, string | undefined>): string[] => {
    const context = contextOf(before)
    const after = changeLinkContext(context, new Map(Object.entries(changes)), engine)
    const states = { before: context, after }
    const places = new Map(
      Object.keys(changes)
        .filter((file) => file in before)
        .map((file) => [file, changes[file] === undefined ? undefined : file]),
    )
    const added = Object.keys(changes).filter((file) => !(file in before))
    const moves = matchMoves({ places, added }, states, engine)
    return findBrokenLinks(states, traceLinks(moves, states)).map(
      ({ file, link, start }) =>
        `${file}:${String(start.line)}:${String(start.column)} ${link.url}`,
    )
  }

  it('should find what a removed heading strands, and nothing that was dead before', () => {
    expect(broken({ 'b.md': '# One\n' })).toEqual(['a.md:1:19 b.md#two'])
    expect(broken({})).toEqual([])
  })

  it('should find what a removed file strands', () => {
    expect(broken({ 'b.md': undefined })).toEqual(['a.md:1:5 b.md#one', 'a.md:1:19 b.md#two'])
  })

  it('should count links that moved to another document, and one more of a dead link', () => {
    expect(broken({ 'docs/c.md': '[x](b.md#one)\n', 'a.md': '[z](b.md#gone)\n' })).toEqual([
      'docs/c.md:1:5 b.md#one',
    ])
    expect(broken({ 'a.md': '[z](b.md#gone) [z](b.md#gone)\n' })).toEqual(['a.md:1:20 b.md#gone'])
  })
})

describe('overlayFiles', () => {
  const tree = memoryFiles({ 'a.md': 'a', 'docs/b.md': 'b', 'docs/c.md': 'c' })
  const overlay = overlayFiles(
    tree,
    new Map([
      ['docs/b.md', undefined],
      ['docs/new/d.md', 'd'],
      ['a.md', 'A'],
    ]),
  )

  it('should show changed, new and removed files', () => {
    expect(overlay.files()).toEqual(['a.md', 'docs/c.md', 'docs/new/d.md'])
    expect(overlay.list('docs')).toEqual(['c.md', 'new'])
    expect(overlay.list('')).toEqual(['a.md', 'docs'])
    expect(overlay.list('docs/new')).toEqual(['d.md'])
    const kinds = ['a.md', 'docs/b.md', 'docs/new', 'docs/new/d.md', 'docs', 'x'].map(
      overlay.kindOf,
    )
    expect(kinds).toEqual(['file', undefined, 'directory', 'file', 'directory', undefined])
    const texts = ['a.md', 'docs/b.md', 'docs/c.md'].map((path) => {
      const bytes = overlay.read(path)
      return bytes && new TextDecoder().decode(bytes)
    })
    expect(texts).toEqual(['A', undefined, 'c'])
  })

  it('should be the tree itself without changes', () => {
    expect(overlayFiles(tree, new Map())).toBe(tree)
  })
})

describe('findClosest', () => {
  const closest = (text: string, ...values: string[]): string | undefined =>
    findClosest(values, (value) => value, text)

  it('should find what is near enough, and the first of equals', () => {
    expect(closest('stor-config', 'store-config', 'other')).toBe('store-config')
    expect(closest('removed', 'removed-in-2', 'renewed')).toBe('removed-in-2')
    expect(closest('aab', 'aac', 'aad')).toBe('aac')
    expect(closest('store-config', 'store-api')).toBeUndefined()
    expect(closest('', '')).toBe('')
  })
})
