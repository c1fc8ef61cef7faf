import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWords, weigh, weighShared } from '../../src/matching/read-words.ts'

describe('readWords', () => {
  it.each([
    ['nothing', '', []],
    ['marks alone', '-> *** `` :: …', []],
    [
      'words by their letters',
      'oil the shears',
      [
        ['oil', 1],
        ['the', 1],
        ['shears', 6],
      ],
    ],
    ['capitals as small letters', 'Oil OIL oil', [['oil', 3]]],
    [
      'a word as often as it stands there',
      'pots, pots and pots',
      [
        ['pots', 12],
        ['and', 1],
      ],
    ],
    ['a long word as one of eight letters', 'rhododendrons', [['rhododendrons', 8]]],
    [
      'words apart that marks join',
      'drv->builder/x_y',
      [
        ['drv', 1],
        ['builder', 7],
        ['x', 1],
        ['y', 1],
      ],
    ],
    [
      'numbers',
      'cl/12607 in 2024',
      [
        ['cl', 1],
        ['12607', 5],
        ['in', 1],
        ['2024', 4],
      ],
    ],
    [
      'letters of any script',
      'Größe ДАЧА 庭',
      [
        ['größe', 5],
        ['дача', 4],
        ['庭', 1],
      ],
    ],
    [
      'words over lines',
      'mend\r\nthe\those',
      [
        ['mend', 4],
        ['the', 1],
        ['hose', 4],
      ],
    ],
  ])('should read %s', (_, text, words) => {
    expect([...readWords(text)]).toEqual(words)
  })
})

describe('weigh', () => {
  it('should add up all words', () => {
    expect(weigh(readWords('oil the rhododendrons, oil'))).toBe(1 + 1 + 8 + 1)
    expect(weigh(readWords(''))).toBe(0)
  })
})

describe('weighShared', () => {
  it.each([
    ['nothing', 'oil the shears', 'mend a hose', 0],
    ['all', 'oil the shears', 'Shears: the oil', 8],
    ['a part', 'oil the shears', 'oil the hinges', 2],
    ['a word as often as both have it', 'pots pots pots', 'pots and pots', 8],
    ['nothing with an empty text', 'pots', '', 0],
  ])('should find %s in common', (_, left, right, weight) => {
    expect(weighShared(readWords(left), readWords(right))).toBe(weight)
    expect(weighShared(readWords(right), readWords(left))).toBe(weight)
  })

  it('should be the same both ways, and never more than either text weighs', () => {
    const text = fc
      .array(fc.constantFrom('oil', 'the', 'Shears', 'hose', 'rhododendrons', '->'))
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [readWords(left), readWords(right)]
        expect(weighShared(a, b)).toBe(weighShared(b, a))
        expect(weighShared(a, b)).toBeLessThanOrEqual(Math.min(weigh(a), weigh(b)))
        expect(weighShared(a, a)).toBe(weigh(a))
      }),
      { numRuns: 1000, seed: 1 },
    )
  })
})
