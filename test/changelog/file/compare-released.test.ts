import { describe, expect, it } from 'vitest'
import { compareReleased } from '../../../src/changelog/file/compare-released.ts'
import { read } from './changelog-tools.ts'

function compare(before: string, after: string): unknown {
  return compareReleased(read(before), read(after)).map(({ item: _item, ...change }) => change)
}

const given =
  '# Changelog\n\n## Unreleased\n\n- rye bread for all\n\n## 1.1.0\n\n### Added\n\n- a new oven, twice as hot\n- steam\n\n## 1.0.0\n\n- the bakery opens at six\n'

describe('compareReleased', () => {
  it('should tell what was added, removed and changed below releases that were out', () => {
    const after = given
      .replace('- steam\n', '- sourdough of our own\n')
      .replace('twice as hot', 'three times as hot')
      .replace('## 1.0.0', '## 1.0.0 (2024-01-01)')
    expect(compare(given, after)).toEqual([
      {
        change: 'changed',
        release: '1.1.0',
        text: 'a new oven, three times as hot',
        before: 'a new oven, twice as hot',
      },
      { change: 'added', release: '1.1.0', text: 'sourdough of our own' },
      { change: 'removed', release: '1.1.0', text: 'steam' },
    ])
  })

  it('should not tell what came out since, nor how a bullet is wrapped, marked or indented', () => {
    const after = given
      .replace('## Unreleased\n', '## Unreleased\n\n- oats\n\n## 1.2.0\n')
      .replace(
        '- a new oven, twice as hot\n- steam',
        '* a new oven,\n  twice as hot <!-- crossoff 0a1b2c3d4e5f-00000001 01234567 -->\n* steam',
      )
    expect(compare(given, after)).toEqual([])
  })

  it('should tell a bullet that came to another release as added there and removed here', () => {
    const after = given.replace('- steam\n', '').replace('at six\n', 'at six\n- steam\n')
    expect(compare(given, after)).toEqual([
      { change: 'added', release: '1.0.0', text: 'steam' },
      { change: 'removed', release: '1.1.0', text: 'steam' },
    ])
  })

  it('should tell what is gone with its release, one with a date for its name too', () => {
    const dated = '## 2024-01-01\n\n- the bakery opens\n'
    expect(compare(dated, '## 2024-02-01\n')).toEqual([
      { change: 'removed', release: '2024-01-01', text: 'the bakery opens' },
    ])
    expect(compare(dated, dated)).toEqual([])
  })
})
