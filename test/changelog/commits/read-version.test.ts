import { describe, expect, it } from 'vitest'
import { defaultTagPatterns, readVersion } from '../../../src/changelog/commits/read-version.ts'

describe('readVersion', () => {
  it.each([
    ['v1.4.0', '1.4.0'],
    ['1.4', '1.4'],
    ['v1.4.0-rc.1+rye', '1.4.0-rc.1+rye'],
    ['1.4rc1', '1.4rc1'],
    ['24.04', '24.04'],
    ['v2024.05.1', '2024.05.1'],
    ['2024-05-31', '2024-05-31'],
    ['1.2.3.4', '1.2.3.4'],
  ])('should read %j as %j', (tag, version) => {
    expect(readVersion(tag, defaultTagPatterns)).toBe(version)
  })

  it.each([
    'v1',
    '2024',
    'nightly',
    'V1.4.0',
    'rye@1.4.0',
    'rye/v1.4.0',
    'v',
    'vv1.4',
    '1.4.0/rye',
    '',
  ])('should read no version from %j', (tag) => {
    expect(readVersion(tag, defaultTagPatterns)).toBeUndefined()
  })

  it('should read the tags of one package of several', () => {
    const patterns = ['rye@{version}', 'rye-{version}-final']
    expect(readVersion('rye@1.4.0', patterns)).toBe('1.4.0')
    expect(readVersion('rye-1.5.0-final', patterns)).toBe('1.5.0')
    expect(readVersion('wheat@1.4.0', patterns)).toBeUndefined()
    expect(readVersion('v1.4.0', patterns)).toBeUndefined()
    expect(readVersion('v1.4.0', ['v1.4.0'])).toBeUndefined()
  })
})
