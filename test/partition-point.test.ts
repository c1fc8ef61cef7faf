import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partitionPoint } from '../src/partition-point.ts'

describe('partitionPoint', () => {
  it('should count what lies before the cut, and ask for no place outside', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (length, cut) => {
        const asked: number[] = []
        const found = partitionPoint(length, (place) => {
          asked.push(place)
          return place < cut
        })
        expect(found).toBe(Math.min(length, cut))
        expect(asked.every((place) => place >= 0 && place < length)).toBe(true)
        expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)))
      }),
    )
  })
})
