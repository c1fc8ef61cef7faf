import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderRst } from '../../../src/changelog/fragments/render-rst.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'
import { escapeMarkdown } from '../../../src/markdown/stringify-markdown.ts'

const engine = await loadEngine()

describe('renderRst', () => {
  it.each([
    ['Sow *early*, water **daily**.', 'Sow *early*, water **daily**.'],
    ['run `sow --rows`', 'run ``sow --rows``'],
    [
      'see [the `sow` page](https://garden.example)',
      'see `the sow page <https://garden.example>`__',
    ],
    ['see <https://garden.example>', 'see https://garden.example'],
    ['a~~b~~c', 'abc'],
    ['an ![image of a bed](bed.png) here', 'an image of a bed here'],
    ['2 \\* 3, a\\|b, sow_, sow_rows, \\\\', '2 \\* 3, a\\|b, sow\\_, sow_rows, \\\\'],
    ['un**believ**able', 'un\\ **believ**\\ able'],
    ['`a`**b**', '``a``\\ **b**'],
    ['(`a`), "`b`"', '(``a``), "``b``"'],
    ['`` `x` ``', '\\`x\\`'],
    ['[a<b](https://garden.example/x_y)', '`a\\<b <https://garden.example/x\\_y>`__'],
    ['*a [b](https://garden.example)*', '*a b*'],
    ['<b>bold</b>', 'bold'],
    ['a  \nb', 'a b'],
    ['`foo__`, sow__, _sow', '``foo__``, sow\\_\\_, _sow'],
    ['(`)a`), (`a`)', '(\\ ``)a``), (``a``)'],
    ['[](https://garden.example)*&#32;*', ' '],
    ['[`](<https://garden.example/a b\\\\c>)', '`\\` <https://garden.example/a%20b\\\\c>`__'],
    [
      '<https://garden.example/x_>',
      '`https://garden.example/x\\_ <https://garden.example/x\\_>`__',
    ],
  ])('should render %j', (markdown, rst) => {
    expect(renderRst(engine.parse(markdown))).toBe(rst)
  })

  it.each([
    ['.. hidden', '\\.. hidden'],
    ['>>> sow()', '\\>>> sow()'],
    [':field: beans', '\\:field: beans'],
    ['a) beans', '\\a) beans'],
    ['(iv) beans', '\\(iv) beans'],
    ['1. beans', '\\1. beans'],
    ['#. beans', '\\#. beans'],
    ['+ beans', '\\+ beans'],
    ['- beans', '\\- beans'],
    ['--rows', '\\--rows'],
    ['• beans', '\\• beans'],
    ['| beans', '\\| beans'],
    ['== ==', '\\== =='],
    ['????', '\\????'],
    ['sow this::', 'sow this\\::'],
    ['.gitignore is read', '.gitignore is read'],
    ['(beans) and 1.5 peas', '(beans) and 1.5 peas'],
  ])('should begin no other block with %j', (text, rst) => {
    expect(renderRst(engine.parse(escapeMarkdown(text)))).toBe(rst)
  })

  it('should give a paragraph that reads as the text', () => {
    const words = [
      'sow',
      '1',
      'i',
      'é',
      ' ',
      ...'_ * ` | : . - + ( ) # > = [ ] / \\ < " ~ !'.split(' '),
      '::',
      '>>>',
      '..',
    ]
    const texts = fc
      .array(fc.constantFrom(...words), { maxLength: 8 })
      .map((parts) => parts.join('').replaceAll(/ +/gu, ' ').trim())
    fc.assert(
      fc.property(texts, (text) => {
        const rst = renderRst(engine.parse(escapeMarkdown(text)))
        expect(rst.replaceAll(/\\(?<sign>.)/gu, '$<sign>')).toBe(text)
        expect(BLOCKS.filter((block) => block.test(rst))).toEqual([])
      }),
    )
  })
})

/** How docutils tells the blocks that are no paragraphs, by their first line, and a literal block. */
const BLOCKS = [
  /^[-+*•‣⁃](?: |$)/u,
  /^(?:\((?:\w+|#)\)|(?:\d+|[a-z]|#)[.)])(?: |$)/iu,
  /^:(?![: ])[^\\]*:(?: |$)/u,
  /^(?:--?|[+/])\w/u,
  /^(?:>>>|\||\.\.|__)(?: |$)/u,
  /^=[ =]*$/u,
  /^(?<sign>[!-/:-@[\]^_{-~])\k<sign>*$/u,
  /(?:^|[^\\])::$/u,
]
