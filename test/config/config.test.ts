import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { CrossoffError } from '../../src/errors.ts'
import { describeIssue, type Mistake } from '../../src/config/describe-issue.ts'
import { findConfigName } from '../../src/config/config-names.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { parseConfigFile } from '../../src/config/parse-config-file.ts'
import type { Config } from '../../src/config/config.ts'
import { rebaseConfig } from '../../src/config/rebase-config.ts'
import { suggestWord } from '../../src/config/suggest-word.ts'

const full = {
  documents: ['TODO.md', '!old/*.md'],
  owners: ['ada'],
  references: { 'b/{number}': 'https://bugs.example.org/{number}' },
  slugs: { 'book/**': 'mdbook' as const },
  origins: {
    'https://example.org/': 'web',
    'https://book.example.org/': { path: 'book', slugs: 'mdbook' as const },
  },
  rules: { 'link/empty': 'off' as const },
  ignore: ['vendor/**'],
  archive: { to: 'Done', file: 'DONE.md' },
}

describe('parseConfig', () => {
  it('should read every key, from JSON and from YAML', async () => {
    expect(await parseConfig(JSON.stringify(full), 'json', 'c.json')).toEqual(full)
    expect(await parseConfig(JSON.stringify(full), 'yaml', 'c.yaml')).toEqual(full)
    expect(await parseConfig('\uFEFF{}', 'json', 'c.json')).toEqual({})
  })

  it('should name every mistake', async () => {
    const text = JSON.stringify({
      owner: [],
      archive: { too: 'x' },
      slugs: { 'a/**': 'gitub' },
    })
    await expect(parseConfig(text, 'json', 'c.json')).rejects.toMatchObject({
      code: 'config',
      message: 'the config `c.json` is wrong: `slugs.a/**` is `gitub`',
      help: [
        'did you mean `github`?',
        'unknown key `archive.too`; did you mean `to`?',
        'unknown key `owner`; did you mean `owners`?',
      ].join('\n'),
    })
  })
})

describe('parseConfig, with values that look right', () => {
  const refusal = async (config: unknown): Promise<readonly unknown[]> => {
    const error: unknown = await parseConfig(JSON.stringify(config), 'json', 'c.json').catch(
      (reason: unknown) => reason,
    )
    if (!(error instanceof CrossoffError)) return ['accepted']
    return [error.message.replace('the config `c.json` is wrong: ', ''), error.help]
  }

  it('should take one renderer, several, or either by glob', async () => {
    const several = ['mdbook', 'gitlab']
    for (const slugs of ['github', several, { 'book/**': several, '**': 'github' }])
      expect(await parseConfig(JSON.stringify({ slugs }), 'json', 'c.json')).toEqual({ slugs })
    expect(await refusal({ slugs: [] })).not.toEqual([])
    expect(await refusal({ slugs: ['gitlub'] })).not.toEqual([])
  })

  it('should refuse servers that are none, and headers that nobody can send', async () => {
    const withHost = (access: object) => ({ remote: { hosts: { 'oven.example.org': access } } })
    const key = 'remote.hosts.oven.example.org'
    const server = 'expected a scheme, a host and a port: `http://127.0.0.1:8080`'
    for (const connect of ['ftp://127.0.0.1', 'http://127.0.0.1/oven', 'http://127.0.0.1/?heat'])
      expect(await refusal(withHost({ connect }))).toEqual([
        `\`${key}.connect\` is \`${connect}\``,
        server,
      ])
    expect(await refusal(withHost({ connect: '127.0.0.1:8080' }))).not.toEqual(['accepted'])
    expect(await refusal(withHost({ connect: 'https://127.0.0.1:8080/' }))).toEqual(['accepted'])
    const headers = { 'x oven': 'CROSSOFF_OVEN' }
    expect(await refusal(withHost({ headers }))).toEqual([
      `unknown key \`${key}.headers.x oven\``,
      '',
    ])
  })

  it('should refuse lists for maps', async () => {
    expect(await refusal({ origins: ['web'] })).toEqual([
      '`origins` is `a list`',
      'expected object',
    ])
    expect(await refusal({ references: [] })).toEqual([
      '`references` is `a list`',
      'expected object',
    ])
    expect(await refusal({ rules: [] })).toEqual(['`rules` is `a list`', 'expected object'])
  })

  it('should refuse placeholders without a meaning, in the text and in the target', async () => {
    expect(await refusal({ references: { 'cl/{nubmer}': 'https://cl.example.org' } })).toEqual([
      '`references.cl/{nubmer}` is `{nubmer}`',
      'did you mean `{number}`?',
    ])
    expect(await refusal({ references: { 'cl/{number}': 'https://x.example.org/{id}' } })).toEqual([
      '`references.cl/{number}` is `{id}`',
      'expected one of `{number}`, `{word}`, `{path}`',
    ])
    expect(await refusal({ references: { '{word}': '{word}/{word}' } })).toEqual(['accepted'])
  })
})

describe('parseConfig, with a key that resembles none', () => {
  it('should list what there is', async () => {
    await expect(parseConfig('zzzzzz: 1', 'yaml', 'c.yaml')).rejects.toMatchObject({
      message: 'the config `c.yaml` is wrong: unknown key `zzzzzz`',
      help: 'expected one of `$schema`, `documents`, `owners`, `references`, `slugs`, `wikiLinks`, `keepAnchors`, `origins`, `rules`, `ignore`, `archive`, `remote`, `changelog`',
    })
  })
})

describe('parseConfigFile', () => {
  it('should read the section of a package', async () => {
    const text = JSON.stringify({ name: 'x', crossoff: { owners: ['ada'] } })
    const config = await parseConfigFile({ text, name: 'a/package.json', folder: 'a' })
    expect(config).toEqual({ owners: ['ada'] })
  })
})

describe('rebaseConfig', () => {
  it('should let every path and glob start from the root', () => {
    const config: Config = {
      documents: ['TODO.md', '!drafts/**'],
      ignore: ['old/**'],
      slugs: { 'book/**': ['mdbook', 'gitlab'] },
      origins: { 'https://a.example.org': 'web', 'https://b.example.org': { path: 'wiki' } },
      archive: { to: 'Done', file: 'DONE.md' },
      changelog: {
        file: 'CHANGES.md',
        overrides: 'overrides.json',
        template: 'template.md',
        tags: { 'rolls/**': 'rolls-v{version}' },
      },
    }
    expect(rebaseConfig(config, 'bakery')).toEqual({
      documents: ['bakery/TODO.md', '!bakery/drafts/**'],
      ignore: ['bakery/old/**'],
      slugs: { 'bakery/book/**': ['mdbook', 'gitlab'] },
      origins: {
        'https://a.example.org': 'bakery/web',
        'https://b.example.org': { path: 'bakery/wiki' },
      },
      archive: { to: 'Done', file: 'bakery/DONE.md' },
      changelog: {
        file: 'bakery/CHANGES.md',
        overrides: 'bakery/overrides.json',
        template: 'bakery/template.md',
        tags: { 'bakery/rolls/**': 'rolls-v{version}' },
      },
    })
  })

  it('should leave what is for all documents alone', () => {
    for (const slugs of ['mdbook', ['mdbook', 'gitlab']] as const) {
      const config: Config = { slugs, archive: { to: 'Done' }, changelog: { tags: 'v{version}' } }
      expect(rebaseConfig(config, 'bakery')).toEqual(config)
    }
    expect(rebaseConfig({}, 'bakery')).toEqual({})
  })

  it('should refuse origins outside of the repository', () => {
    const rebase = (path: string, folder: string) =>
      rebaseConfig({ origins: { 'https://a.example.org': path } }, folder).origins
    expect(() => rebase('../web', '')).toThrow(
      'the origin `https://a.example.org` is `../web`, which is not in the repository',
    )
    expect(() => rebase('a/../../../b', 'docs')).toThrow(CrossoffError)
    expect(() => rebase('/web', 'docs')).toThrow(CrossoffError)
    expect(() =>
      rebaseConfig({ origins: { 'https://a.example.org': { path: '..' } } }, ''),
    ).toThrow(CrossoffError)
    expect(rebase('../web', 'docs')).toEqual({ 'https://a.example.org': 'web' })
    expect(rebase('..web', '')).toEqual({ 'https://a.example.org': '..web' })
  })

  it('should let all paths start from the root', () => {
    expect(rebaseConfig(full, 'docs')).toEqual({
      ...full,
      documents: ['docs/TODO.md', '!docs/old/*.md'],
      slugs: { 'docs/book/**': 'mdbook' },
      origins: {
        'https://example.org/': 'docs/web',
        'https://book.example.org/': { path: 'docs/book', slugs: 'mdbook' },
      },
      ignore: ['docs/vendor/**'],
      archive: { to: 'Done', file: 'docs/DONE.md' },
    })
    expect(rebaseConfig({ slugs: 'github', archive: { to: 'Done' } }, 'docs')).toEqual({
      slugs: 'github',
      archive: { to: 'Done' },
    })
    expect(rebaseConfig({ documents: ['../TODO.md'] }, 'docs/src')).toEqual({
      documents: ['docs/TODO.md'],
    })
  })
})

describe('describeIssue', () => {
  const schema = v.strictObject({
    name: v.string(),
    list: v.optional(v.array(v.strictObject({ size: v.number() }))),
    either: v.optional(
      v.union([v.strictObject({ left: v.string() }), v.strictObject({ right: v.string() })]),
    ),
    odd: v.optional(v.custom<string>(() => false, 'must be odd')),
    short: v.optional(
      v.pipe(
        v.string(),
        v.check((text) => text.length < 3, 'must be short'),
      ),
    ),
  })
  const mistake = (value: unknown): Mistake => {
    const { issues = [] } = v.safeParse(schema, value)
    return describeIssue(issues[0]!, schema)
  }

  it.each([
    [{}, { message: '`name` is missing', help: '' }],
    ['text', { message: 'the whole is `text`', help: 'expected object' }],
    [
      { name: 'a', list: [{ size: 1 }, { sise: 2 }] },
      { message: '`list[1].size` is missing', help: '' },
    ],
    [
      { name: 'a', list: [{ size: 1, sise: 2 }] },
      { message: 'unknown key `list[0].sise`', help: 'did you mean `size`?' },
    ],
    [
      { name: 'a', short: 'long' },
      { message: '`short` is `long`', help: 'must be short' },
    ],
    [
      { name: 'a', either: { left: 'x', righ: 'y' } },
      { message: 'unknown key `either.righ`', help: 'did you mean `right`?' },
    ],
  ])('should put the mistake in words: %j', (value, words) => {
    expect(mistake(value)).toEqual(words)
  })
})

describe('findConfigName', () => {
  it('should count a package only where it has the key', () => {
    const find = (text: string): string | undefined =>
      findConfigName(['package.json'], '', () => text)
    expect(find('{ "crossoff": {} }')).toBe('package.json')
    expect(find('{ "bin": { "crossoff": "x" } }')).toBeUndefined()
    expect(find('"crossoff"')).toBeUndefined()
    expect(find('{ "crossoff"')).toBeUndefined()
    expect(find('{}')).toBeUndefined()
  })
})

describe('suggestWord', () => {
  it.each([
    ['drpo', ['drop', 'done'], 'drop'],
    ['owner', ['documents', 'owners'], 'owners'],
    ['Owners', ['owners'], 'owners'],
    ['xyz', ['drop', 'done'], undefined],
    ['to', ['go', 'file'], 'go'],
    ['anything', [], undefined],
  ])('should suggest for %s among %j: %s', (word, words, expected) => {
    expect(suggestWord(word, words)).toBe(expected)
  })
})
