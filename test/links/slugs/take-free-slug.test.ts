import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Heading } from '../../../src/links/heading.ts'
import { slugs } from '../../../src/links/slugs/index.ts'
import { keepSlug, takeFreeSlug } from '../../../src/links/take-free-slug.ts'

/** What it says, with nothing remembered. */
function takeByLoop(slug: string, used: Set<string>): string {
  let free = slug
  for (let count = 1; used.has(free); count++) free = `${slug}-${count}`
  used.add(free)
  return free
}

function toHeading(text: string, index: number): Heading {
  const parts = [{ kind: 'text', text } as const]
  const span = { start: index, end: index }
  return { span, isHtml: false, level: 2, endsInProse: true, parts, bareParts: parts, source: text }
}

const RYE = ['rye', 'rye-1', 'rye-2', 'rye-1-1', 'rye-10', 'rye-01', 'rye-']

describe('takeFreeSlug', () => {
  it('should take what a loop over all numbers takes, whatever is kept between', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...RYE), fc.boolean()), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (given) => {
        const used = new Map<string, number>()
        const usedByLoop = new Set<string>()
        for (const [slug, isKept] of given) {
          if (isKept) {
            keepSlug(slug, used)
            usedByLoop.add(slug)
          } else {
            expect(takeFreeSlug(slug, used)).toBe(takeByLoop(slug, usedByLoop))
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('should ask a few times for each of many equal headings', () => {
    let asked = 0
    class Counted extends Map<string, number> {
      override has(slug: string): boolean {
        asked++
        return super.has(slug)
      }
    }
    const used = new Counted()
    for (let at = 0; at < 5000; at++) {
      takeFreeSlug('rye', used)
      keepSlug('rye', used)
      takeFreeSlug('rye-1', used)
    }
    expect(asked).toBeLessThan(20_000)
  })
})

describe.each([
  'github',
  'gitlab',
  'mdbook',
  'pandoc',
  'docusaurus',
  'vitepress',
  'gitbook',
] as const)('anchors of %s', (name) => {
  it('should be those of a loop over all numbers', () => {
    const title = fc.constantFrom(...RYE, 'Rye', 'Rye 1', '::', 'section 1', 'a -- b')
    fc.assert(
      fc.property(fc.array(title, { maxLength: 60 }), (titles) => {
        const used = new Set<string>()
        const expected = titles.map((text) => {
          const [alone] = slugs[name].slug([toHeading(text, 0)])
          const isNumbered = alone !== undefined || name === 'gitlab'
          const slug = isNumbered ? takeByLoop(alone ?? '', used) : undefined
          return slug === '' ? alone : slug
        })
        expect(slugs[name].slug(titles.map(toHeading))).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})
