import { describe, expect, it } from 'vitest'
import { release } from './changelog-tools.ts'

const made = { version: '1.4.0', date: '2024-06-01' }

describe('planRelease', () => {
  it.each([
    [
      'has the links follow',
      '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- rye\n\n## [1.3.0] - 2024-05-01\n\n- oven\n\n[unreleased]: https://example.org/compare/v1.3.0...HEAD\n[1.3.0]: https://example.org/compare/v1.2.0...v1.3.0\n',
      '# Changelog\n\n## [Unreleased]\n\n## [1.4.0] - 2024-06-01\n\n### Added\n\n- rye\n\n## [1.3.0] - 2024-05-01\n\n- oven\n\n[unreleased]: https://example.org/compare/v1.4.0...HEAD\n[1.4.0]: https://example.org/compare/v1.3.0...v1.4.0\n[1.3.0]: https://example.org/compare/v1.2.0...v1.3.0\n',
    ],
    [
      'puts the link before, where the newest is last',
      '## [Unreleased]\n\n- rye\n\n## [v1.3.0]\n\n- oven\n\n[v1.3.0]: https://example.org/compare/1.2.0..1.3.0\n[Unreleased]: https://example.org/compare/1.3.0..main',
      '## [Unreleased]\n\n## [v1.4.0]\n\n- rye\n\n## [v1.3.0]\n\n- oven\n\n[v1.3.0]: https://example.org/compare/1.2.0..1.3.0\n[v1.4.0]: https://example.org/compare/1.3.0..1.4.0\n[Unreleased]: https://example.org/compare/1.4.0..main',
    ],
    [
      'links a tag as the release before does',
      '## Unreleased\n\n- rye\n\n## [1.3.0]\n\n- oven\n\n[1.3.0]: https://example.org/releases/tag/v1.3.0\n',
      '## Unreleased\n\n## [1.4.0]\n\n- rye\n\n## [1.3.0]\n\n- oven\n\n[1.4.0]: https://example.org/releases/tag/v1.4.0\n[1.3.0]: https://example.org/releases/tag/v1.3.0\n',
    ],
    [
      'links a tag of a project that has a version in its name',
      '## Unreleased\n\n- rye\n\n## [1.3.0]\n\n- oven\n\n[1.3.0]: https://example.org/oven-1.3.0/releases/tag/v1.3.0\n',
      '## Unreleased\n\n## [1.4.0]\n\n- rye\n\n## [1.3.0]\n\n- oven\n\n[1.4.0]: https://example.org/oven-1.3.0/releases/tag/v1.4.0\n[1.3.0]: https://example.org/oven-1.3.0/releases/tag/v1.3.0\n',
    ],
    [
      'leaves a link alone that compares with something else',
      '## [Unreleased]\n\n- rye\n\n## 1.3.0\n\n- oven\n\n[unreleased]: https://example.org/compare/stable...HEAD\n',
      '## [Unreleased]\n\n## 1.4.0\n\n- rye\n\n## 1.3.0\n\n- oven\n\n[unreleased]: https://example.org/compare/stable...HEAD\n',
    ],
    [
      'defines a link for what had none but is compared',
      '## [Unreleased]\n\n- rye\n\n## [1.3.0]\n\n- oven\n\n[unreleased]: https://example.org/compare/v1.3.0...HEAD\n',
      '## [Unreleased]\n\n## [1.4.0]\n\n- rye\n\n## [1.3.0]\n\n- oven\n\n[unreleased]: https://example.org/compare/v1.4.0...HEAD\n[1.4.0]: https://example.org/compare/v1.3.0...v1.4.0\n',
    ],
    [
      'writes the link of the heading itself',
      '## Unreleased\n\n* rye\n\n## [1.3.0](https://example.org/compare/v1.2.0...v1.3.0) (2024-05-01)\n\n* oven\n',
      '## Unreleased\n\n## [1.4.0](https://example.org/compare/v1.3.0...v1.4.0) (2024-06-01)\n\n* rye\n\n## [1.3.0](https://example.org/compare/v1.2.0...v1.3.0) (2024-05-01)\n\n* oven\n',
    ],
    [
      'writes the label of the heading',
      '## Unreleased\n\n* rye\n\n## [1.3.0][v1.3.0] (May 1, 2024) [YANKED]\n\n* oven\n\n[v1.3.0]: https://example.org/1.3.0\n',
      '## Unreleased\n\n## [1.4.0][v1.4.0] (June 1, 2024)\n\n* rye\n\n## [1.3.0][v1.3.0] (May 1, 2024) [YANKED]\n\n* oven\n\n[v1.4.0]: https://example.org/1.4.0\n[v1.3.0]: https://example.org/1.3.0\n',
    ],
    [
      'underlines, leaves out a codename, and keeps the comments that stand with what is to come',
      'Unreleased\n==========\n\n<!-- Add your line here. -->\n\n  * rye\n\nv1.3.0 "Sourdough" / 2024-05-01\n==============================\n\n  * oven\n',
      'Unreleased\n==========\n\n<!-- Add your line here. -->\n\nv1.4.0 - 2024-06-01\n===================\n\n  * rye\n\nv1.3.0 "Sourdough" / 2024-05-01\n==============================\n\n  * oven\n',
    ],
    [
      'takes the date that stands before the version',
      '## Unreleased\n\n- rye\n\n## 2024-05-01, Version 1.3.0 (LTS)\n\n- oven\n',
      '## Unreleased\n\n## 2024-06-01, Version 1.4.0\n\n- rye\n\n## 2024-05-01, Version 1.3.0 (LTS)\n\n- oven\n',
    ],
    [
      'names the first release as what was to come',
      '# Changelog\n\n## [Unreleased]\n\nAll is new.\n\n<!-- None is old. -->\n\n- rye\n',
      '# Changelog\n\n## [Unreleased]\n\n## [1.4.0] - 2024-06-01\n\nAll is new.\n\n<!-- None is old. -->\n\n- rye\n',
    ],
    [
      'makes a release of a section that says nothing, and ends the file as it ended',
      '# Changelog\n\n## Unreleased',
      '# Changelog\n\n## Unreleased\n\n## 1.4.0 - 2024-06-01',
    ],
    [
      'gives a heading that names the version to come its date',
      '1.4 (unreleased)\r\n----------------\r\n\r\n- rye\r\n\r\n1.3 (2024-05-01)\r\n----------------\r\n\r\n- oven\r\n',
      '1.4.0 (2024-06-01)\r\n------------------\r\n\r\n- rye\r\n\r\n1.3 (2024-05-01)\r\n----------------\r\n\r\n- oven\r\n',
    ],
  ])('%s', (_, given, expected) => {
    const { result, outcome } = release(given, made)
    expect(result).toBe(expected)
    expect(outcome).toBe('released')
    expect(release(result, made)).toMatchObject({ edits: [], outcome: 'present' })
  })

  it('should do nothing where nothing is to come', () => {
    expect(release('## 1.3.0\n\n- oven\n', made)).toMatchObject({ edits: [], outcome: 'nothing' })
  })
})
