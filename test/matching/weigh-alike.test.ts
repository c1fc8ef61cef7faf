import { describe, expect, it } from 'vitest'
import { readWords } from '../../src/matching/read-words.ts'
import { weighAlike } from '../../src/matching/weigh-alike.ts'

describe('weighAlike', () => {
  it.each([
    ['a letter that was left out', 'carots', 'carrots', 6],
    ['a word that goes on', 'perf', 'performance', 4],
    ['two letters of a long word', 'rhododendrons', 'rododendron', 8],
    ['a word that is much longer, and goes on', 'soil', 'soil'.repeat(100_000), 4],
    ['no two letters of a short word', 'carots', 'carrotts', 0],
    ['no three letters of a long word', 'rhododendrons', 'rododendra', 0],
    ['no words of three letters', 'oil', 'oils', 0],
    ['no numbers', '12607', '12608', 0],
    ['no word that both have', 'carrots', 'carrots', 0],
  ])('should find %s', (_, left, right, weight) => {
    expect(weighAlike(readWords(left), readWords(right))).toBe(weight)
    expect(weighAlike(readWords(right), readWords(left))).toBe(weight)
  })

  it('should not look into what is longer than any word', () => {
    const [left, right] = ['a', 'b'].map((end) => readWords('compost'.repeat(40_000) + end))
    expect(weighAlike(left ?? new Map(), right ?? new Map())).toBe(0)
  })
})
