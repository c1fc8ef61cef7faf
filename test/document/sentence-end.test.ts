import { describe, expect, it } from 'vitest'
import { findSentenceEnd } from '../../src/document/sentence-end.ts'

describe('findSentenceEnd', () => {
  it.each([
    ['Bake bread. Then rest', 'Bake bread.'],
    ['Bake bread', 'Bake bread'],
    ['Bake bread.', 'Bake bread.'],
    ['Really?! Yes', 'Really?!'],
    ['"Bake." Then', '"Bake."'],
    ['(Bake.) Then', '(Bake.)'],
    ['Use v1.2 today. Then', 'Use v1.2 today.'],
    ['Wait... then go. Now', 'Wait... then go.'],
    ['Use rye, e.g. Danish. Then', 'Use rye, e.g. Danish.'],
    ['Ask J. Baker. Then', 'Ask J. Baker.'],
    ['See https://example.org. https://example.com', 'See https://example.org.'],
    ['Bake.\n  Then', 'Bake.'],
    ['Bake.\n1. more', 'Bake.'],
    ['焼く。次', '焼く。'],
    ['焼く！次', '焼く！'],
    ['Größe vs. Gewicht. Dann', 'Größe vs. Gewicht.'],
    ['', ''],
  ])('should end the first sentence of %j at %j', (text, expected) => {
    expect(
      text.slice(
        0,
        findSentenceEnd(text, () => true),
      ),
    ).toBe(expected)
  })

  it('should not end where it cannot', () => {
    expect(findSentenceEnd('One. Two. Three', (offset) => offset > 3)).toBe(9)
  })
})
