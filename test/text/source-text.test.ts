import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSourceText, renderSourceText, toSourceText } from '../../src/text/source-text.ts'

describe('parseSourceText', () => {
  it('should keep everything but take the byte order mark apart', () => {
    const bytes = new TextEncoder().encode('\uFEFFtea\r\n\0\t\rsugar')
    expect(parseSourceText(bytes)).toEqual({
      text: 'tea\r\n\0\t\rsugar',
      hasBom: true,
      lines: { starts: [0, 5, 8], length: 13 },
    })
  })

  it('should take only the first of two byte order marks', () => {
    const bytes = new TextEncoder().encode('\uFEFF\uFEFFtea')
    expect(parseSourceText(bytes)).toMatchObject({ text: '\uFEFFtea', hasBom: true })
  })

  it.each([
    ['a byte that begins no character', [0x74, 0xff, 0x74], 1],
    ['a surrogate', [0x74, 0xed, 0xa0, 0x80], 2],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['behind a byte order mark', [0xef, 0xbb, 0xbf, 0x74, 0x80], 4],
    ['a character cut short at the end', [0x74, 0x65, 0xe2, 0x82], 4],
  ])('should refuse %s and tell its place', (_, bytes, offset) => {
    expect(() => parseSourceText(Uint8Array.from(bytes), 'TODO.md')).toThrow(
      expect.objectContaining({
        code: 'not-utf8',
        message: `\`TODO.md\` is not valid UTF-8 at byte ${offset}`,
      }),
    )
  })

  it('should give the same bytes back for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, hasBom) => {
        const bytes = new TextEncoder().encode((hasBom ? '\uFEFF' : '') + text)
        expect(renderSourceText(parseSourceText(bytes))).toEqual(bytes)
      }),
      { seed: 7 },
    )
  })
})

describe('toSourceText', () => {
  it('should refuse half a surrogate pair', () => {
    expect(() => toSourceText('tea \uD83E')).toThrow(expect.objectContaining({ code: 'not-utf8' }))
  })
})
