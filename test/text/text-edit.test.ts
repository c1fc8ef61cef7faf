import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, invertEdits, sortEdits, type TextEdit } from '../../src/text/text-edit.ts'

const text = 'tea, coffee, milk'

describe('applyEdits', () => {
  it('should put in, take out and replace, whatever the order of the edits', () => {
    const edits = [
      { start: 13, end: 17, text: 'cocoa' },
      { start: 0, end: 0, text: 'hot ' },
      { start: 3, end: 11, text: '' },
    ]
    expect(applyEdits(text, edits)).toBe('hot tea, cocoa')
  })

  it('should change nothing without edits', () => {
    expect(applyEdits(text, [{ start: 4, end: 4, text: '' }])).toBe(text)
  })
})

describe('sortEdits', () => {
  it('should join edits that touch', () => {
    const edits = [
      { start: 5, end: 11, text: 'water' },
      { start: 3, end: 5, text: ' & ' },
      { start: 11, end: 11, text: '!' },
    ]
    expect(sortEdits(edits, text.length)).toEqual([{ start: 3, end: 11, text: ' & water!' }])
  })

  it.each([
    [
      'overlap',
      [
        { start: 0, end: 4, text: '' },
        { start: 3, end: 5, text: '' },
      ],
    ],
    [
      'stand in each other',
      [
        { start: 0, end: 9, text: '' },
        { start: 3, end: 3, text: 'a' },
      ],
    ],
    [
      'put in at one place',
      [
        { start: 3, end: 3, text: 'a' },
        { start: 3, end: 3, text: 'b' },
      ],
    ],
    ['leave the text', [{ start: 16, end: 18, text: '' }]],
    ['run backwards', [{ start: 5, end: 3, text: '' }]],
    ['start before the text', [{ start: -1, end: 3, text: '' }]],
  ])('should refuse edits that %s', (_, edits) => {
    expect(() => sortEdits(edits, text.length)).toThrow(
      expect.objectContaining({ code: 'edit-overlap' }),
    )
  })
})

describe('invertEdits', () => {
  it('should give edits that take every edited text back', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 }))),
        (given, raw) => {
          const edits = apart(given, raw)
          const inverse = invertEdits(given, edits)
          expect(applyEdits(applyEdits(given, edits), inverse)).toBe(given)
        },
      ),
      { seed: 5, numRuns: 1000 },
    )
  })
})

/** Takes those of some edits that may stand together. */
function apart(given: string, raw: readonly (readonly [number, number, string])[]): TextEdit[] {
  const edits: TextEdit[] = []
  for (const [start, length, put] of raw) {
    const edit = { start, end: start + length, text: put }
    if (edit.end > given.length) continue
    if (edits.every((other) => other.end < edit.start || edit.end < other.start)) edits.push(edit)
  }
  return edits
}
