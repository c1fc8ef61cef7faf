import { describe, expect, it } from 'vitest'
import { hasCode, reasonOf } from '../../src/adapters/system-error.ts'

describe('reasonOf', () => {
  it.each([
    [Object.assign(new Error('x'), { code: 'EACCES' }), 'permission denied (EACCES)'],
    [Object.assign(new Error('something new'), { code: 'ENEW' }), 'something new'],
    [new Error('plain'), 'plain'],
    ['a string', 'a string'],
    [null, 'null'],
    [{ code: 5 }, '[object Object]'],
  ])('should put %s in words', (cause, words) => {
    expect(reasonOf(cause)).toBe(words)
  })
})

describe('hasCode', () => {
  it('should compare codes', () => {
    expect(hasCode({ code: 'ENOENT' }, 'ENOENT')).toBe(true)
    expect(hasCode(new Error('x'), 'ENOENT')).toBe(false)
  })
})
