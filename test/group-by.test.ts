import { describe, expect, it } from 'vitest'
import { groupBy } from '../src/group-by.ts'

describe('groupBy', () => {
  it('should make no group of nothing', () => {
    expect([...groupBy([], String)]).toEqual([])
  })

  it('should keep the order of groups and of numbers', () => {
    const groups = groupBy([5, 2, 9, 4, 1], (number) => (number % 2 === 0 ? 'even' : 'odd'))
    expect([...groups]).toEqual([
      ['odd', [5, 9, 1]],
      ['even', [2, 4]],
    ])
  })

  it('should keep a number that is given twice twice', () => {
    expect([...groupBy([3, 3], String)]).toEqual([['3', [3, 3]]])
  })

  it('should group by `undefined` as by any other key', () => {
    const groups = groupBy([1, 2, 3], (number) => (number === 2 ? 'two' : undefined))
    expect([...groups]).toEqual([
      [undefined, [1, 3]],
      ['two', [2]],
    ])
  })

  it('should take numbers from any iterable, and ask for each key once', () => {
    const asked: number[] = []
    const groups = groupBy(new Set([7, 8]).values(), (number) => {
      asked.push(number)
      return 'all'
    })
    expect([...groups]).toEqual([['all', [7, 8]]])
    expect(asked).toEqual([7, 8])
  })

  it('should give lists that may be used up without harm to others', () => {
    const groups = groupBy([1, 2, 3], (number) => number === 3)
    expect(groups.get(false)?.shift()).toBe(1)
    expect([...groups.values()]).toEqual([[2], [3]])
  })
})
