import { describe, expect, it } from 'vitest'
import { parseGroupTitle } from '../../../src/changelog/file/group-title.ts'
import { readWrittenDate } from '../../../src/changelog/file/release-date.ts'
import { parseReleaseTitle } from '../../../src/changelog/file/release-title.ts'
import { parse, read } from './changelog-tools.ts'

describe('parseReleaseTitle', () => {
  it.each([
    ['[1.2.0] - 2024-05-01', '1.2.0', '2024-05-01'],
    ['[1.2.0] - 2024-05-01 [YANKED]', '1.2.0', '2024-05-01'],
    ['v1.2.0 (2024-05-01)', '1.2.0', '2024-05-01'],
    ['1.2.0 / 2024-05-01', '1.2.0', '2024-05-01'],
    ['1.2.0 — 2024/5/1', '1.2.0', '2024-05-01'],
    ['1.2.0 - May 1st, 2024', '1.2.0', '2024-05-01'],
    ['1.2.0, 1 September 2024', '1.2.0', '2024-09-01'],
    ['2024-05-01, Version 1.2.0 (Maintenance), @ana', '1.2.0', '2024-05-01'],
    ['Version 1.2', '1.2', undefined],
    ['Release 3.42 (release-date: 2014-01-15)', '3.42', '2014-01-15'],
    ['oven 1.2.0', '1.2.0', undefined],
    ['@bakery/oven@1.2.0-rc.1', '1.2.0-rc.1', undefined],
    ['1.2.0 "Sourdough"', '1.2.0', undefined],
    ['v5', '5', undefined],
    ['1.2.0-dev (2024-05-01)', '1.2.0-dev', '2024-05-01'],
    ['1.2.0 (Current)', '1.2.0', undefined],
    ['🎉 1.2.0', '1.2.0', undefined],
    ['2024-05-01', undefined, '2024-05-01'],
  ])('should read `%s`', (title, version, date) => {
    expect(parseReleaseTitle(title)).toEqual({
      ...(version !== undefined && { version }),
      ...(date !== undefined && { date }),
      isUnreleased: false,
    })
  })

  it.each([
    ['[Unreleased]', undefined],
    ['Unreleased', undefined],
    ['UNRELEASED - 2024-xx-xx', undefined],
    ['Unreleased changes', undefined],
    ['Next', undefined],
    ['vNext', undefined],
    ['Upcoming', undefined],
    ['HEAD', undefined],
    ['1.3.0 (unreleased)', '1.3.0'],
    ['1.3.0 - TBD', '1.3.0'],
    ['1.3.0 (not yet released)', '1.3.0'],
    ['1.3.0 - ????-??-??', '1.3.0'],
    ['1.3.0 (2024-XX-XX)', '1.3.0'],
    ['1.3.0 (coming soon)', '1.3.0'],
    ['Unreleased (1.3)', '1.3'],
    ['Unreleased 1.3.0', '1.3.0'],
    ['[Unreleased] 1.3.0', '1.3.0'],
    ['Unreleased - v1.3.0', '1.3.0'],
    ['Next (1.3)', '1.3'],
    ['Upcoming 1.3.0', '1.3.0'],
    ['1.3.0-SNAPSHOT', '1.3.0-SNAPSHOT'],
    ['v1.3.0-dev', '1.3.0-dev'],
    ['Coming soon', undefined],
    ['Current', undefined],
    ['Unpublished', undefined],
  ])('should read `%s` as what is not released', (title, version) => {
    expect(parseReleaseTitle(title)).toEqual({
      ...(version !== undefined && { version }),
      isUnreleased: true,
    })
  })

  it.each([
    'Changelog',
    'Added',
    'Next steps',
    '2.0 migration guide',
    'Python 3.8 support',
    'What is unreleased stays so, for ever and ever',
    'Open on 2024-05-01',
    'Rye',
    '',
  ])('should not read `%s`', (title) => {
    expect(parseReleaseTitle(title)).toBeUndefined()
  })
})

describe('readWrittenDate', () => {
  it.each([
    ['(2024-05-01)', '2025-12-09'],
    ['2024/05/01', '2025/12/09'],
    ['May 1, 2024', 'December 9, 2025'],
    ['Sep 1 2024', 'Dec 9 2025'],
    ['Sept 1 2024', 'December 9 2025'],
    ['1 June 2024', '9 December 2025'],
    ['1st Jun 2024', '9 Dec 2025'],
  ])('should write another date in the form of `%s`', (text, expected) => {
    const written = readWrittenDate(text)
    expect(written?.render('2025-12-09')).toBe(expected)
    expect(text.slice(written?.start, written?.end)).toBe(text.replaceAll(/[()]/gu, ''))
  })

  it.each(['2024-13-01', 'Loaf 1, 2024', '1.2024-05-01', 'no date'])(
    'should read none of `%s`',
    (text) => {
      expect(readWrittenDate(text)).toBeUndefined()
    },
  )
})

describe('parseGroupTitle', () => {
  it.each([
    ['Added', 'Added'],
    ['🐛 Fixed', 'Fixed'],
    [':rocket: New Features', 'Added'],
    ['BUG FIXES', 'Fixed'],
    ['Enhancements:', 'Changed'],
    ['Removals', 'Removed'],
    ['Deprecations', 'Deprecated'],
    ['🔒 Security', 'Security'],
    ['Minor Changes', undefined],
    ['Breaking Changes', undefined],
  ])('should read `%s`', (title, type) => {
    expect(parseGroupTitle(title)).toBe(type)
  })
})

/** What a changelog tells, in short. */
function outline(text: string): unknown {
  return read(text).releases.map(({ title, version, date, isUnreleased, groups, entries }) => ({
    title: isUnreleased ? `${title} (to come)` : title,
    ...(version !== undefined && { version }),
    ...(date !== undefined && { date }),
    groups: groups.map(({ title: name, type }) => `${name}: ${type ?? 'none'}`),
    entries: entries.map((entry) => entry.text),
  }))
}

describe('readChangelog', () => {
  it('should read headings, groups, bullets and what is nested', () => {
    expect(
      outline(
        '# Changelog\n\nWhat we bake.\n\n## [Unreleased]\n\n### Added\n\n- rye\n  bread\n  - sliced\n\n### Notes\n\n' +
          'None.\n\n## [1.2.0] - 2024-05-01\n\n- oven, `hot`\n\n  It glows.\n\n[unreleased]: https://example.org/a\n',
      ),
    ).toEqual([
      {
        title: 'Unreleased (to come)',
        groups: ['Added: Added', 'Notes: none'],
        entries: ['rye bread', 'sliced'],
      },
      {
        title: '[1.2.0] - 2024-05-01',
        version: '1.2.0',
        date: '2024-05-01',
        groups: [],
        entries: ['oven, hot'],
      },
    ])
  })

  it('should read labels as groups, and underlined headings as releases', () => {
    expect(
      outline(
        '1.2.0 / 2024-05-01\n==================\n\n**Added**\n\n  * rye\n\nFixed:\n\n  * door\n',
      ),
    ).toEqual([
      {
        title: '1.2.0 / 2024-05-01',
        version: '1.2.0',
        date: '2024-05-01',
        groups: ['Added: Added', 'Fixed: Fixed'],
        entries: ['rye', 'door'],
      },
    ])
  })

  it('should give a bullet to the innermost release, and tell no release of what only names one', () => {
    expect(
      outline(
        '# 2.0.0\n\n- oven\n\n## 1.9.1\n\n### Fixed\n\n- door\n\n### flour 3.1\n\n- finer\n\n### 2024-01-01\n\n- salt\n',
      ),
    ).toEqual([
      { title: '2.0.0', version: '2.0.0', groups: [], entries: ['oven'] },
      {
        title: '1.9.1',
        version: '1.9.1',
        groups: ['Fixed: Fixed', 'flour 3.1: none', '2024-01-01: none'],
        entries: ['door', 'finer', 'salt'],
      },
    ])
  })

  it.each(['', '# Changelog\n\nNothing yet.\n', '- rye\n'])(
    'should read no release of `%s`',
    (text) => {
      expect(outline(text)).toEqual([])
    },
  )

  it('should read a marker where it stands, and where a formatter put it', () => {
    const marker = '<!-- crossoff 0a1b2c3d4e5f-00000001 01234567 -->'
    const text = `## Unreleased\n\n- rye ${marker}\n- oats\n  ${marker}\n- \`\`\`\n  salt\n  \`\`\`\n- # flour\n- <!-- salt -->\n-\n`
    const { releases } = read(text)
    const { source } = parse(text)
    expect(
      releases[0]?.entries.map(({ key, hash, wordingBlocks, wordingSpan }) => [
        key,
        hash,
        wordingBlocks,
        source.text.slice(wordingSpan.start, wordingSpan.end),
      ]),
    ).toEqual([
      ['0a1b2c3d4e5f-00000001', '01234567', 1, `rye ${marker}`],
      ['0a1b2c3d4e5f-00000001', '01234567', 2, `oats\n  ${marker}`],
      [undefined, undefined, 1, '```\n  salt\n  ```'],
      [undefined, undefined, 1, 'flour'],
      [undefined, undefined, 1, '<!-- salt -->'],
      [undefined, undefined, 1, ''],
    ])
  })

  const hashOf = (bullet: string): string | undefined =>
    read(`## Unreleased\n\n- ${bullet}\n\n[a]: https://example.org/a\n`).releases[0]?.entries[0]
      ?.wordingHash

  it.each([
    ['soft wraps', 'rye bread', 'rye\n  bread'],
    ['how strong text is marked', '**rye** bread', '__rye__ bread'],
    ['how emphasis is marked', '*rye* bread', '_rye_ bread'],
    ['escapes that mean nothing', 'rye - bread_s', 'rye \\- bread\\_s'],
    ['angle brackets', 'see https://example.org/rye', 'see <https://example.org/rye>'],
    ['quotes of a title', '[rye](a "b")', "[rye](a 'b')"],
    ['its own marker', 'rye', 'rye <!-- crossoff 0a1b2c3d4e5f-00000001 01234567 -->'],
  ])('should hash a bullet without %s', (_, bullet, formatted) => {
    expect(hashOf(bullet)).toBe(hashOf(formatted))
    expect(hashOf(bullet)).toMatch(/^[\da-f]{8}$/u)
  })

  it('should hash all marks that a person may give a bullet', () => {
    const bullets = [
      'rye bread',
      '**rye** bread',
      '*rye* bread',
      '***rye*** bread',
      '`rye` bread',
      '~~rye~~ bread',
      '<a id="rye"></a>rye bread',
      '<kbd>rye</kbd> bread',
      'rye bread <!-- sliced -->',
      'rye<br>bread',
      'rye  \n  bread',
      'rye [bread](https://example.org/rye)',
      'rye [bread](https://example.org/oats)',
      'rye [bread](https://example.org/rye "sliced")',
      'rye [bread][a]',
      'rye ![bread](https://example.org/rye)',
      'rye ![bread][a]',
    ]
    expect(new Set(bullets.map(hashOf)).size).toBe(bullets.length)
  })
})
