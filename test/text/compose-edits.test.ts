import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeEdits } from '../../src/text/compose-edits.ts'
import { applyEdits, invertEdits, type TextEdit } from '../../src/text/text-edit.ts'

/** Edits of a text of some length, none of which overlaps another. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  return fc
    .array(fc.tuple(fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 4 })
    .chain((places) =>
      fc
        .array(fc.nat(length), { minLength: places.length, maxLength: places.length })
        .map((ends) => {
          const edges = [...places.map(([start]) => start), ...ends].sort((a, b) => a - b)
          const edits = places.map(([, text], index) => ({
            start: edges[index * 2] ?? 0,
            end: edges[index * 2 + 1] ?? 0,
            text,
          }))
          // Two insertions at one place have no order.
          return edits.filter((edit, index) => index === 0 || edit.start !== edits[index - 1]?.end)
        }),
    )
}

describe('composeEdits', () => {
  it('should give what both steps give, one after the other, and an inverse of both', () => {
    fc.assert(
      fc.property(
        fc
          .string({ maxLength: 12 })
          .chain((text) => fc.tuple(fc.constant(text), editsOf(text.length)))
          .chain(([text, first]) =>
            fc.tuple(
              fc.constant(text),
              fc.constant(first),
              editsOf(applyEdits(text, first).length),
            ),
          ),
        ([text, first, second]) => {
          const both = composeEdits(first, second, text.length)
          const after = applyEdits(applyEdits(text, first), second)
          expect(applyEdits(text, both)).toBe(after)
          expect(applyEdits(after, invertEdits(text, both))).toBe(text)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('should leave alone what neither step changes', () => {
    expect(
      composeEdits([{ start: 2, end: 3, text: 'oo' }], [{ start: 6, end: 7, text: '' }], 8),
    ).toEqual([
      { start: 2, end: 3, text: 'oo' },
      { start: 5, end: 6, text: '' },
    ])
  })
})
