import { describe, expect, it } from 'vitest'
import { openPageReader, type PageFacts } from '../../src/remote/page-reader.ts'

function read(html: string, ...fragments: string[]): PageFacts {
  const reader = openPageReader(new Set(fragments))
  reader.write(html)
  return reader.end(true)
}

describe('openPageReader', () => {
  it.each([
    ['an id of a heading', '<h2 id="rye">Rye bread</h2>'],
    ['a name inside of one', '<h2><a name="rye"></a>Rye bread</h2>'],
    ['an id of the section around', '<section id="rye"><h2>Rye bread</h2><p>Dark.</p></section>'],
    ['a name before', '<a name="rye"></a>\n<h2>Rye bread</h2>'],
    ['an id behind the text', '<h3>Rye <em>bread</em> <a id="rye" href="#rye">¶</a></h3>'],
    ['what GitHub makes of it', '<h2>Rye bread</h2><a id="user-content-rye"></a><p>Dark.</p>'],
    ['an id of what comes below it', '<h2>Rye bread</h2><p id="rye">Dark.</p>'],
    ['signs and spaces', '<h2 id="rye"> Rye\n bread&#8203; <a href="#rye">#</a></h2>'],
    ['a drawing', '<h2 id="rye"><svg><title>Link</title></svg>Rye bread</h2>'],
  ])('should tell the heading of %s', (_, html) => {
    expect(read(html, 'rye').found).toEqual(new Map([['rye', 'Rye bread']]))
  })

  it('should find an id that is percent-encoded in the page too', () => {
    const { found } = read('<h2 id="p%C3%A2te">Dough</h2><h2 id="50%">Half</h2>', 'pâte', '50%')
    expect([...found]).toEqual([
      ['pâte', 'Dough'],
      ['50%', 'Half'],
    ])
  })

  it('should find ids without a heading, and names of nothing but `a`', () => {
    const { found } = read(
      '<p id="oven">Hot.</p><input name="flour"><h1>Bakery</h1>',
      'oven',
      'flour',
    )
    expect(found).toEqual(new Map([['oven', '']]))
  })

  it('should list the anchors of headings, in order', () => {
    const { anchors } = read('<h1 id="a">A</h1><p id="p">x</p><h2 id="b">B</h2>', 'none')
    expect(anchors).toEqual([
      { anchor: 'a', heading: 'A' },
      { anchor: 'b', heading: 'B' },
    ])
  })

  it('should read the title of the page, and of no drawing', () => {
    const html = '<title>Bakery &amp; sons</title><svg><title>Oven</title></svg>'
    expect(read(html).title).toBe('Bakery & sons')
  })

  it('should not take what scripts, styles and comments hold', () => {
    const html =
      '<script>"<h2 id=rye>"</script><!-- <h2 id="rye"> --><template><h2 id=x></template>'
    expect(read(html, 'rye').found.size).toBe(0)
  })

  it('should want no more when it has found all, in pieces too', () => {
    const reader = openPageReader(new Set(['rye', 'oat']))
    const pieces = ['<h2 id="r', 'ye">Rye</h', '2><h2 id=oat>Oat', '</h2>', '<p>']
    expect(pieces.map((piece) => reader.write(piece))).toEqual([true, true, true, false, false])
    expect(reader.end(false)).toMatchObject({
      isWhole: false,
      found: new Map([
        ['rye', 'Rye'],
        ['oat', 'Oat'],
      ]),
    })
  })

  it('should keep no more anchors than it may', () => {
    const many = Array.from({ length: 5100 }, (_, at) => `<h2 id="h${String(at)}">x</h2>`)
    expect(read(many.join(''), 'none').anchors).toHaveLength(5000)
  })
})
