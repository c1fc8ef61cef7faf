import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPageReader } from '../../src/remote/page-reader.ts'
import { listTextNames } from '../../src/remote/text-directive.ts'

/** Reads a page in pieces, and gives the heading of what each quotation found; `undefined` where it found none. */
function read(pieces: readonly string[], directive: string): (string | undefined)[] {
  const names = listTextNames(directive)
  const reader = openPageReader(new Set(names))
  for (const piece of pieces) reader.write(piece)
  const { found } = reader.end(true)
  return names.map((name) => found.get(name))
}

const find = (html: string, quoted: string): boolean => {
  const [heading] = read([html], `text=${quoted}`)
  return heading !== undefined
}

describe('openPageReader, of quotations', () => {
  it.each([
    ['a text', '<p>Dark rye bread.</p>', 'dark%20rye'],
    ['another letter case', '<p>DARK RYE</p>', 'Dark%20rye'],
    ['accents, in either form', '<p>Pa\u0302te brise\u0301e</p>', 'pâte%20brisee'],
    ['quotes of a printer', '<p>“the baker’s”</p>', '"the%20baker\'s"'],
    ['spaces of all kinds', '<p>dark&nbsp;\n  rye</p>', 'dark%20rye'],
    ['tags between', '<p>da<b>rk</b> <a href="#">r</a>ye</p>', 'dark%20rye'],
    ['soft hyphens and places to break', '<p>sour&shy;dough<wbr>bread</p>', 'sourdoughbread'],
    ['entities', '<p>salt &amp; rye</p>', 'salt%20%26%20rye'],
    ['a text that another surrounds', '<p>dark rye</p><p>white rye</p>', 'white-,rye'],
    ['a text before another', '<p>rye dark</p><p>rye white</p>', 'rye,-white'],
    ['a long text by its ends', '<p>dark rye</p><p>is the best bread</p>', 'dark,bread'],
    ['all four', '<p>The dark rye</p><p>is the best bread of all</p>', 'the-,dark,bread,-of'],
    [
      'signs of a pattern',
      '<p>f(x) = [a.b]* {1|2}/3 \\ ^$ +?</p>',
      'f(x) = [a.b]* {1|2}/3 \\ ^$ +?',
    ],
    [
      'words that nothing parts',
      '<p>\u9ed2\u30d1\u30f3\u306f\u7f8e\u5473\u3057\u3044</p>',
      '\u30d1\u30f3',
    ],
    ['a line of its own', '<ul><li>Dark<li>Rye</ul>', 'rye'],
  ])('should find %s', (_, html, quoted) => {
    expect(find(html, quoted)).toBe(true)
  })

  it.each([
    ['a part of a word', '<p>Sunday ryegrass</p>', 'rye'],
    ['the end of one', '<p>the parry e</p>', 'ry%20e'],
    ['another text', '<p>Dark wheat</p>', 'dark%20rye'],
    ['a text with another before it', '<p>dark rye</p>', 'white-,rye'],
    ['a text with another behind it', '<p>rye dark</p>', 'rye,-white'],
    ['ends in the other order', '<p>bread, dark</p>', 'dark,bread'],
    [
      'what readers are not shown',
      '<style>rye</style><title>rye</title><noscript>rye</noscript>',
      'rye',
    ],
    ['a description', '<img alt="rye"><!-- rye -->', 'rye'],
  ])('should not find %s', (_, html, quoted) => {
    expect(find(html, quoted)).toBe(false)
  })

  it('should tell the heading before each', () => {
    const pieces = ['rye<h2>Bread, ', 'dark</h2><p>oats</p><h2>Cake</h', '2>ap', 'ple']
    expect(read(pieces, 'text=rye&text=dark&text=oats&text=apple&text=pear')).toEqual([
      '',
      'Bread, dark',
      'Bread, dark',
      'Cake',
      undefined,
    ])
  })

  it('should find a text of a page however it is marked up and cut, and none that it lacks', () => {
    const word = fc.constantFrom(
      'rye',
      'Oat',
      'pâte',
      'ΟΔΟΣ',
      'ﬁg',
      '黒パン',
      'don’t',
      '50 %',
      '🍞',
      'a-b',
    )
    const gap = fc.constantFrom(
      ' ',
      '\n  ',
      '&nbsp;',
      '</p><p>',
      '<br>',
      ' <b> ',
      '</b> ',
      '<script>x</script> ',
    )
    const page = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(8), fc.array(fc.nat(7)), (parts, at, count, sizes) => {
        const words = parts.map(([each]) => each)
        const start = at % words.length
        const quoted = words.slice(start, start + count + 1).map((each) => encodeURIComponent(each))
        const html = `<h2>Bread</h2><p>${parts.map((part) => part.join('')).join('')}`
        const before = words[start - 1]
        const prefix =
          before === undefined ? '' : `text=${hide(before)}-,${quoted.map(hyphens).join('%20')}&`
        const ends = `text=${hyphens(quoted[0] ?? '')},${hyphens(quoted.at(-1) ?? '')}`
        const exact = `text=${quoted.map(hyphens).join('%20')}`
        const all = [prefix.slice(0, -1), exact, ...(count > 0 && quoted.length > 1 ? [ends] : [])]
        for (const directive of all.filter((each) => each !== ''))
          expect([directive, read(cut(html, sizes), directive)]).toEqual([directive, ['Bread']])
        expect(read(cut(html, sizes), `${exact}%20spelt`)).toEqual([undefined])
      }),
      { numRuns: 300 },
    )
  })
})

/** A hyphen of the text is no sign of the syntax. */
function hyphens(text: string): string {
  return text.replaceAll('-', '%2D')
}

function hide(text: string): string {
  return hyphens(encodeURIComponent(text))
}

/** Cuts a text into pieces of some sizes, between characters; the last size holds for the rest. */
function cut(text: string, sizes: readonly number[]): string[] {
  const characters = Array.from(text)
  const pieces: string[] = []
  for (let at = 0, turn = 0; at < characters.length; turn++) {
    const size = 1 + (sizes[Math.min(turn, sizes.length - 1)] ?? characters.length)
    pieces.push(characters.slice(at, at + size).join(''))
    at += size
  }
  return pieces
}
