import { describe, expect, it } from 'vitest'
import { isPreRelease } from '../../../src/changelog/commits/is-pre-release.ts'

describe('isPreRelease', () => {
  it.each(['1.4.0-rc.1', '1.4-beta', '2.0.0-0.rye'])('should tell %j', (version) => {
    expect(isPreRelease(version)).toBe(true)
  })

  it.each(['1.4.0', '1.1.1k', '1.4.0+rye-2', '2024-05-31', '24.04'])(
    'should take %j for a release',
    (version) => {
      expect(isPreRelease(version)).toBe(false)
    },
  )
})
