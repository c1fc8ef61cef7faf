import { describe, expect, it } from 'vitest'
import type { Reference } from '../../../src/changelog/commits/reference.ts'
import { entry, parse, plan } from './changelog-tools.ts'
import { planChangelog } from '../../../src/changelog/file/plan-changelog.ts'

const KEY = '0a1b2c3d4e5f-00000001'
const rye = entry('bake rye bread')
const RYE = `bake rye bread <!-- crossoff ${KEY} e560877d -->`
const door = entry('mend the door', { key: '1a1b2c3d4e5f-00000002', type: 'Fixed' })
const DOOR = 'mend the door <!-- crossoff 1a1b2c3d4e5f-00000002 c8955ef9 -->'

describe('planChangelog, where entries go', () => {
  it.each([
    [
      'begins a changelog that is not there',
      '',
      `# Changelog\n\nThe form of this file is that of [Keep a Changelog](https://keepachangelog.com/en/2.0.0/).\n\n## [Unreleased]\n\n### Added\n\n- ${RYE}\n\n### Fixed\n\n- ${DOOR}\n`,
    ],
    [
      'makes groups in the order of Keep a Changelog',
      '# Changelog\n\n## [Unreleased]\n\n### Changed\n\n- hotter\n',
      `# Changelog\n\n## [Unreleased]\n\n### Added\n\n- ${RYE}\n\n### Changed\n\n- hotter\n\n### Fixed\n\n- ${DOOR}\n`,
    ],
    [
      'knows a group however it is spelt, and titles others as releases before did',
      '## Unreleased\n\n### 🐛 Bug fixes\n\n* hinge\n\n## 1.0.0\n\n### 🚀 Features\n\n* oven\n',
      `## Unreleased\n\n### 🚀 Features\n\n* ${RYE}\n\n### 🐛 Bug fixes\n\n* hinge\n* ${DOOR}\n\n## 1.0.0\n\n### 🚀 Features\n\n* oven\n`,
    ],
    [
      'keeps a flat list flat, with its numbers',
      '## Unreleased\n\n1. hinge\n2. crust\n\n## 1.0.0\n\n- oven\n',
      `## Unreleased\n\n1. hinge\n2. crust\n3. ${RYE}\n4. ${DOOR}\n\n## 1.0.0\n\n- oven\n`,
    ],
    [
      'writes labels and loose lists as those that are there',
      '## Unreleased\n\n**Changed:**\n\n * hinge\n\n * crust\n',
      `## Unreleased\n\n**Added:**\n\n * ${RYE}\n\n**Changed:**\n\n * hinge\n\n * crust\n\n**Fixed:**\n\n * ${DOOR}\n`,
    ],
    [
      'opens a section before the newest release, with its link',
      '# Changelog\n\n## [1.2.0] - 2024-05-01\n\n- oven\n\n[1.2.0]: https://example.org/compare/v1.1.0...v1.2.0\n',
      `# Changelog\n\n## [Unreleased]\n\n- ${RYE}\n- ${DOOR}\n\n## [1.2.0] - 2024-05-01\n\n- oven\n\n[unreleased]: https://example.org/compare/v1.2.0...HEAD\n[1.2.0]: https://example.org/compare/v1.1.0...v1.2.0\n`,
    ],
    [
      'links what is to come where the newest release links its tag',
      '## [1.2.0]\n\n- oven\n\n[1.2.0]: https://example.org/releases/tag/v1.2.0',
      `## [Unreleased]\n\n- ${RYE}\n- ${DOOR}\n\n## [1.2.0]\n\n- oven\n\n[unreleased]: https://example.org/compare/v1.2.0...HEAD\n[1.2.0]: https://example.org/releases/tag/v1.2.0`,
    ],
    [
      'links nothing where the newest release links something else',
      '## [1.2.0]\n\n- oven\n\n[1.2.0]: https://example.org/1.2.0 "the oven"\n',
      `## [Unreleased]\n\n- ${RYE}\n- ${DOOR}\n\n## [1.2.0]\n\n- oven\n\n[1.2.0]: https://example.org/1.2.0 "the oven"\n`,
    ],
    [
      'links nothing where the link is none of revisions',
      '## [1.2.0]\n\n- oven\n\n[1.2.0]: https://example.org/1.2.0\n',
      `## [Unreleased]\n\n- ${RYE}\n- ${DOOR}\n\n## [1.2.0]\n\n- oven\n\n[1.2.0]: https://example.org/1.2.0\n`,
    ],
    [
      'underlines, where releases are underlined, and links none whose heading is a link itself',
      '[1.2.0](https://example.org)\n----------------------------\n\n### Added\n\n- oven\n',
      `Unreleased\n----------\n\n### Added\n\n- ${RYE}\n\n### Fixed\n\n- ${DOOR}\n\n[1.2.0](https://example.org)\n----------------------------\n\n### Added\n\n- oven\n`,
    ],
    [
      'opens a section below prose, and at the end where there is no title',
      'What we bake.\n',
      `What we bake.\n\n## [Unreleased]\n\n### Added\n\n- ${RYE}\n\n### Fixed\n\n- ${DOOR}\n`,
    ],
    [
      'stands before a patch release that hangs below what is to come',
      '# Unreleased\n\n## 1.0.1\n\n### Security\n\n- lock\n',
      `# Unreleased\n\n## Added\n\n- ${RYE}\n\n## Fixed\n\n- ${DOOR}\n\n## 1.0.1\n\n### Security\n\n- lock\n`,
    ],
    [
      'stands in a group that has prose, and closes headings as others are',
      '# Changelog #\n\n## Unreleased ##\n\n### Added ###\n\nMuch is new.\n',
      `# Changelog #\n\n## Unreleased ##\n\n### Added ###\n\nMuch is new.\n\n- ${RYE}\n\n### Fixed ###\n\n- ${DOOR}\n`,
    ],
    [
      'stands before the links at the end of the file',
      '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- oven\n\n[unreleased]: https://example.org/commits\n',
      `# Changelog\n\n## [Unreleased]\n\n### Added\n\n- oven\n- ${RYE}\n\n### Fixed\n\n- ${DOOR}\n\n[unreleased]: https://example.org/commits\n`,
    ],
    [
      'opens a section before the links at the end of the file',
      '# Changelog\n\nSee [the oven].\n\n[the oven]: https://example.org/oven',
      `# Changelog\n\nSee [the oven].\n\n## [Unreleased]\n\n### Added\n\n- ${RYE}\n\n### Fixed\n\n- ${DOOR}\n\n[the oven]: https://example.org/oven`,
    ],
    [
      'stands behind links that follow other text at once',
      '## [Unreleased]\n[unreleased]: https://example.org/commits\n',
      `## [Unreleased]\n[unreleased]: https://example.org/commits\n\n### Added\n- ${RYE}\n\n### Fixed\n- ${DOOR}\n`,
    ],
    [
      'puts no more blank lines than there are elsewhere',
      '## Unreleased\n### Added\n- oven\n## 1.0.0\n### Fixed\n- hinge\n',
      `## Unreleased\n### Added\n- oven\n- ${RYE}\n### Fixed\n- ${DOOR}\n## 1.0.0\n### Fixed\n- hinge\n`,
    ],
  ])('%s', (_, given, expected) => {
    const { result, ...planned } = plan(given, [rye, door])
    expect(result).toBe(expected)
    expect(planned).toMatchObject({
      added: [rye.entry.key, door.entry.key],
      updated: [],
      removed: [],
      kept: [],
      reported: [],
    })
    expect(plan(result, [rye, door]).edits).toEqual([])
  })

  it('should wrap as the changelog is wrapped, and never begin a line with the comment', () => {
    const prose = 'the dough rests\n  for a whole night\n- the crust is thin\n  and brown'
    const long = entry('let the rye rest for a night')
    const { result } = plan(`## Unreleased\n\n- ${prose}\n`, [long])
    expect(result).toBe(
      `## Unreleased\n\n- ${prose}\n- let the rye rest\n  for a night <!-- crossoff ${KEY} b0315717 -->\n`,
    )
    expect(plan(result, [{ ...long, text: `${long.text} or for two` }]).result).toBe(
      `## Unreleased\n\n- ${prose}\n- let the rye rest\n  for a night or for\n  two <!-- crossoff ${KEY} ec94097e -->\n`,
    )
  })

  it('should leave out what is no change of Keep a Changelog, and what came back', () => {
    const { type: _type, ...untyped } = rye.entry
    const undone = entry('white bread', { key: '3a1b2c3d4e5f-00000004', outcome: 'undone' })
    expect(plan('', [{ ...rye, entry: untyped }, undone])).toMatchObject({ result: '', added: [] })
  })

  it('should refuse a wording that is no paragraph', () => {
    expect(() => plan('', [entry('# rye')])).toThrow('is not one paragraph: `# rye`')
    expect(() => plan('', [entry('rye\n- oats')])).toThrow('is not one paragraph')
  })

  it('should refuse a step that would change more', () => {
    const strange = (text: string): ReturnType<typeof parse> =>
      parse(text.startsWith('-') ? text : text.replace('oven', 'stove'))
    expect(() =>
      planChangelog(parse('## Unreleased\n\n- oven\n'), [rye], { parse: strange, file: 'NEWS.md' }),
    ).toThrow('the change of `NEWS.md` would change more than it should')
  })
})

describe('planChangelog, what it knows again', () => {
  const inRelease = (bullet: string): string => `## Unreleased\n\n## 1.0.0\n\n- ${bullet}\n`
  const pending = (bullet: string): string => `## Unreleased\n\n- ${bullet}\n`

  it('should know an entry by its key, below a release too', () => {
    expect(plan(inRelease(RYE), [entry('bake more rye')]).edits).toEqual([])
  })

  it('should know an entry by its item, unless another entry has that key', () => {
    const amended = entry('bake rye bread', { key: '0a1b2c3d4e5f-00000009' })
    expect(plan(pending(RYE), [amended]).edits).toEqual([])
    expect(plan(pending(RYE), [rye, amended]).added).toEqual([amended.entry.key])
  })

  it('should know an entry by what crossoff wrote, or what stands there now', () => {
    const other = entry('bake rye bread', { key: '2a1b2c3d4e5f-00000003' })
    expect(plan(pending(RYE), [other])).toMatchObject({ edits: [], added: [] })
    expect(plan(pending(RYE.replace('bake', 'we bake')), [other]).kept).toEqual([other.entry.key])
    const worded = entry('we bake rye bread', { key: '2a1b2c3d4e5f-00000003' })
    expect(plan(pending(RYE.replace('bake', 'we bake')), [worded]).kept).toEqual([worded.entry.key])
    expect(plan(pending(RYE), [rye, other]).added).toEqual([other.entry.key])
    expect(plan(inRelease(RYE), [other]).added).toEqual([other.entry.key])
    const late = entry('bake rye bread', { key: '2a1b2c3d4e5f-00000003', release: '1.0.0' })
    expect(plan(inRelease(RYE), [late])).toMatchObject({ edits: [], reported: [] })
    const back = entry('bake rye bread', { key: '2a1b2c3d4e5f-00000003', outcome: 'undone' })
    expect(plan(pending(RYE), [back])).toMatchObject({ edits: [], removed: [] })
  })

  it('should go on with the bullet of an item that came back, and left again', () => {
    const back = entry('bake rye bread', { outcome: 'undone' })
    const again = entry('bake rye', { key: '0a1b2c3d4e5f-00000009' })
    expect(plan(pending(RYE.replace('bake', 'we bake')), [again, back])).toMatchObject({
      edits: [],
      kept: [again.entry.key],
      reported: [],
    })
    expect(plan(pending(RYE), [again, back])).toMatchObject({
      result: pending('bake rye <!-- crossoff 0a1b2c3d4e5f-00000009 ba6eb3ed -->'),
      added: [],
      removed: [],
    })
    expect(plan(inRelease(RYE), [again, back])).toMatchObject({
      added: [again.entry.key],
      reported: [{ finding: 'undone', key: KEY, release: '1.0.0' }],
    })
  })

  it('should give an entry whose wording changed its new key', () => {
    const amended = entry('bake rye', { key: '0a1b2c3d4e5f-00000009' })
    const { result, updated } = plan(pending(RYE), [amended])
    expect(updated).toEqual([amended.entry.key])
    expect(result).toBe(pending('bake rye <!-- crossoff 0a1b2c3d4e5f-00000009 ba6eb3ed -->'))
  })

  const refs: readonly Reference[] = [
    { kind: 'change', text: 'I0123456789abcdef' },
    { kind: 'review', text: '12607', url: 'https://review.example.org/c/12607' },
    { kind: 'request', text: '#45' },
    { kind: 'issue', text: '#7' },
    { kind: 'commit', text: '9f8e7d6c5b' },
  ]
  const referring = entry('bake rye bread', { title: 'Rye *bread*', refs })

  it.each([
    'rye (I0123456789abcdef)',
    'rye ([review](https://review.example.org/c/12607))',
    'rye (cl/12607)',
    'rye, CL 12607',
    'rye (#45)',
    'rye (9f8e7d6)',
  ])('should know `%s` again, below a release too, and leave it', (bullet) => {
    for (const text of [pending(bullet), inRelease(bullet)])
      expect(plan(text, [referring])).toMatchObject({ edits: [], kept: [KEY] })
  })

  it.each(['rye (#7)', 'bake rye bread', 'Rye bread', 'Bake `rye` bread.'])(
    'should know `%s` again only where nothing is released',
    (bullet) => {
      expect(plan(pending(bullet), [referring])).toMatchObject({ edits: [], kept: [KEY] })
      expect(plan(inRelease(bullet), [referring]).added).toEqual([KEY])
    },
  )

  it.each(['rye (#451)', 'rye (bakery/oven#45)', '12607 loaves', 'rye bread for all', '1234567'])(
    'should take `%s` for another change',
    (bullet) => {
      expect(plan(pending(bullet), [referring]).added).toEqual([KEY])
    },
  )
})

describe('planChangelog, what it leaves to people', () => {
  const undone = entry('bake rye bread', { outcome: 'undone' })
  const marked = (text: string): string =>
    text.replace('RYE', RYE).replace('OURS', RYE.replace('bake', 'we bake'))

  it('should word an entry anew, with what stands below it as it was', () => {
    const given = marked('## Unreleased\r\n\r\n- RYE\r\n\r\n  Try it.\r\n  - sliced\r\n')
    expect(plan(given, [entry('bake rye')]).result).toBe(
      given.replace(RYE, `bake rye <!-- crossoff ${KEY} ba6eb3ed -->`),
    )
  })

  it('should put a comment back that a formatter moved, when it words an entry anew', () => {
    const given = `## Unreleased\n\n- bake rye bread\n  <!-- crossoff ${KEY} e560877d -->\n\n  Try it.\n`
    expect(plan(given, [rye]).edits).toEqual([])
    expect(plan(given, [entry('bake rye')]).result).toBe(
      `## Unreleased\n\n- bake rye <!-- crossoff ${KEY} ba6eb3ed -->\n\n  Try it.\n`,
    )
  })

  it('should keep what a person worded', () => {
    const given = marked('## Unreleased\n\n- OURS\n')
    expect(plan(given, [entry('bake rye')])).toMatchObject({ edits: [], kept: [KEY], updated: [] })
  })

  it.each([
    RYE.replace('bake', '**bake**'),
    RYE.replace('rye', '`rye`'),
    RYE.replace('bake', '<a id="bake"></a>bake'),
    RYE.replace(' bread', '<br>bread'),
    `${RYE} <!-- ask Ana -->`,
    `${RYE} from Ana`,
    `${RYE.replace(' <!--', '\n  <!--')} from Ana`,
    `${RYE.replace(' <!--', '\n  <!--')} <!-- ask Ana -->`,
    RYE.replace(' <!--', '\n  <!-- ask Ana --> <!--'),
  ])('should keep what a person marked up: `%s`', (bullet) => {
    const given = `## Unreleased\n\n- ${bullet}\n`
    expect(plan(given, [entry('bake rye')])).toMatchObject({ edits: [], kept: [KEY] })
    expect(plan(given, [undone])).toMatchObject({ edits: [], removed: [] })
  })

  it('should say what a release does not tell of, where crossoff kept it', () => {
    const late = entry('bake rye bread', { release: '1.0.0' })
    const other = KEY.replace(/^..../u, 'beef')
    expect(plan(`## 1.0.0\n\n- oven <!-- crossoff ${other} ba6eb3ed -->\n`, [late])).toMatchObject({
      edits: [],
      reported: [{ finding: 'missing', key: KEY, release: '1.0.0' }],
    })
    expect(plan('## 1.0.0\n\n- oven\n', [late])).toMatchObject({
      edits: [],
      reported: [{ finding: 'unmarked', key: KEY, release: '1.0.0' }],
    })
    expect(plan('## 0.9.0\n\n- oven\n', [late])).toMatchObject({
      edits: [],
      reported: [{ finding: 'older', key: KEY, release: '1.0.0' }],
    })
  })

  it('should take a number that several entries have for the one whose words stand there', () => {
    const refs = [{ kind: 'request', text: '#12' }] as const
    const other = KEY.replace(/^..../u, 'beef')
    const both = [entry('bake rye bread', { refs }), entry('ring a bell', { refs, key: other })]
    const given = '## Unreleased\n\n### Added\n\n- Now we bake rye (#12)\n'
    expect(plan(given, both).added).toEqual([other])
    expect(plan(given, both.slice(0, 1)).added).toEqual([])
  })

  it('should know a bullet of the release that has the change by its title', () => {
    const late = entry('bake rye bread', { release: '1.0.0' })
    const other = `- oven <!-- crossoff ${KEY.replace(/^..../u, 'beef')} ba6eb3ed -->`
    const given = `## 1.0.0\n\n- Bake rye bread!\n${other}\n`
    expect(plan(given, [late])).toMatchObject({ edits: [], reported: [] })
    expect(plan(given.replace('1.0.0', '1.1.0'), [late]).reported).toMatchObject([
      { finding: 'older' },
    ])
  })

  it.each([
    [
      'with the group',
      '## Unreleased\n\n### Added\n\n- RYE\n\n### Fixed\n\n- door\n',
      '## Unreleased\n\n### Fixed\n\n- door\n',
    ],
    [
      'with the label',
      '## Unreleased\n\n**Added**\n\n- RYE\n\n**Fixed**\n\n- door\n',
      '## Unreleased\n\n**Fixed**\n\n- door\n',
    ],
    [
      'alone',
      '## Unreleased\n\n### Added\n\n- RYE\n- oats\n',
      '## Unreleased\n\n### Added\n\n- oats\n',
    ],
    ['from a flat list', '## Unreleased\n\n- oats\n- RYE\n', '## Unreleased\n\n- oats\n'],
    [
      'but not with a group that says more',
      '## Unreleased\n\n### Added\n\nAll new.\n\n- RYE\n',
      '## Unreleased\n\n### Added\n\nAll new.\n',
    ],
    [
      'but not with one of groups that are kept ready',
      '## Unreleased\n\n### Added\n\n- RYE\n\n### Fixed\n',
      '## Unreleased\n\n### Added\n\n### Fixed\n',
    ],
  ])('should take an entry out whose item came back, %s', (_, given, expected) => {
    const { result, removed } = plan(marked(given), [undone])
    expect(result).toBe(expected)
    expect(removed).toEqual([KEY])
  })

  it.each([
    ['somebody worded', '## Unreleased\n\n- OURS\n', 'Unreleased'],
    ['has a bullet below it', '## Unreleased\n\n- RYE\n  - sliced\n', 'Unreleased'],
    ['has a paragraph below it', '## Unreleased\n\n- RYE\n\n  Slice it.\n', 'Unreleased'],
    ['has code below it', '## Unreleased\n\n- RYE\n\n  ```\n  bake\n  ```\n', 'Unreleased'],
    ['is released', '## 1.0.0\n\n- RYE\n', '1.0.0'],
    ['somebody wrote', '## Unreleased\n\n- bake rye bread\n', 'Unreleased'],
  ])('should say that an item came back whose entry %s', (_, given, title) => {
    expect(plan(marked(given), [undone])).toMatchObject({
      edits: [],
      removed: [],
      reported: [{ finding: 'undone', key: KEY, release: title }],
    })
  })
})
