import { describe, expect, it } from 'vitest'
import { countDay, findSureDay, isSure } from '../../src/remote/streak.ts'

const day = (date: number): string => `2024-06-${String(date).padStart(2, '0')}`

describe('isSure', () => {
  it.each([
    ['on the first day where nobody waits', 1, 1, 0, undefined, true],
    ['not on the first day where somebody waits', 1, 1, 1, undefined, false],
    ['on the second of two', 1, 2, 1, 2, true],
    ['not after two days far apart', 1, 10, 7, 2, false],
    ['after three', 1, 11, 7, undefined, true],
    ['not before the time is over', 1, 4, 7, undefined, false],
  ])('should be so, or not: %s', (_, since, last, patience, seen, expected) => {
    expect(isSure({ since: day(since), day: day(last), seen }, patience)).toBe(expected)
  })
})

describe('findSureDay', () => {
  it.each([
    [1, 1, 3, undefined, 4],
    [1, 1, 1, undefined, 2],
    [1, 1, 2, undefined, 3],
    [1, 3, 3, 2, 4],
    [1, 10, 7, 2, 11],
  ])('should count from %i, seen until %i, patience %i', (since, last, patience, seen, sure) => {
    expect(findSureDay({ since: day(since), day: day(last), seen }, patience)).toBe(day(sure))
  })
})

describe('countDay', () => {
  it('should say how many days were seen while they are few, and not count one twice', () => {
    const first = countDay(undefined, day(1))
    expect(first).toEqual({ since: day(1) })
    expect(countDay({ ...first, day: day(1) }, day(1))).toEqual(first)
    const second = countDay({ ...first, day: day(1) }, day(5))
    expect(second).toEqual({ since: day(1), seen: 2 })
    expect(countDay({ ...second, day: day(5) }, day(5))).toEqual(second)
    expect(countDay({ ...second, day: day(5) }, day(6))).toEqual({ since: day(1) })
  })
})
