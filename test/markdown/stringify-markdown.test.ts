import { toString } from 'mdast-util-to-string'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remarkEngine } from '../../src/markdown/remark-engine.ts'
import { satteriEngine } from '../../src/markdown/satteri-engine.ts'
import { escapeMarkdown } from '../../src/markdown/stringify-markdown.ts'

describe('escapeMarkdown', () => {
  it.each([
    ['rye, and "wheat"', 'rye, and "wheat"'],
    ['a *b* `c`', String.raw`a \*b\* \`c\``],
    ['~~a~~', String.raw`\~\~a\~\~`],
    ['# a', String.raw`\# a`],
    ['1. a', String.raw`1\. a`],
    [' a\n b ', 'a b'],
  ])('should write %j so that it reads as it does', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written)
  })

  it('should make one paragraph that reads as the text, whatever it says', () => {
    const words = fc.constantFrom(
      'rye',
      '-',
      '>',
      '#',
      '1.',
      '*',
      '_',
      '`',
      '[x]',
      '<b>',
      '&amp;',
      '~',
      '\\',
      '|',
    )
    const text = fc
      .array(words, { minLength: 1, maxLength: 6 })
      .map((parts) => `a${parts.join(' ')}`)
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ minLength: 1 })), (given) => {
        const folded = given.replaceAll(/\s+/gu, ' ').trim()
        fc.pre(folded !== '' && !/[\0\p{Cc}]/u.test(folded))
        for (const engine of [satteriEngine, remarkEngine]) {
          const { children } = engine.parse(escapeMarkdown(given))
          expect(children.map(({ type }) => type)).toEqual(['paragraph'])
          expect(toString(children)).toBe(folded)
        }
      }),
      { numRuns: Number(process.env.CROSSOFF_RUNS ?? 300) },
    )
  })
})
