import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShortlist } from '../../src/links/shortlist.ts'
import { createFinder } from '../../src/links/similarity.ts'

const WORDS = ['rye', 'wheat', 'oven', 'flour', 'baker', 'proofing', 'crumb', 'crust', 'starter']

const heading = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 }), fc.nat(99))
  .map(([words, number]) => [...words, number].join('-'))

/** A heading, and a letter of it that is missing in a link. */
const slip = fc.tuple(fc.nat(), fc.nat())

describe('createFinder', () => {
  it('should nearly always find what a comparison with all texts finds, where a letter is missing', () => {
    const headings = fc.uniqueArray(heading, { minLength: 200, maxLength: 300 })
    // A shortlist leaves out: of two that are as close, it may have the other.
    const pages = fc.sample(fc.tuple(headings, slip), { seed: 7, numRuns: 200 })
    const agreeing = pages.filter(([texts, [place, letter]]) => {
      const meant = texts[place % texts.length] ?? ''
      const at = letter % meant.length
      const written = meant.slice(0, at) + meant.slice(at + 1)
      const find = (most: number) => createFinder(texts, (text) => text, most)(written)
      return find(50) === find(Infinity)
    })
    expect(agreeing.length).toBeGreaterThan(0.97 * pages.length)
  })
})

describe('createShortlist', () => {
  const beds = Array.from({ length: 1000 }, (_, at) => `the-bed-of-rye-${at}`)

  it('should list no more than it may, and what is rare first', () => {
    const shortlist = createShortlist(beds, 20)
    expect(shortlist('the-bedd-of-rye-731')).toHaveLength(20)
    expect(shortlist('the-bedd-of-rye-731')).toContain(731)
    expect(shortlist('the-bed')).toHaveLength(20)
    expect(shortlist('xyz')).toEqual([])
  })

  it('should list all where they are few', () => {
    expect(createShortlist(['rye', 'oven'], 2)('xyz')).toEqual([0, 1])
  })
})
