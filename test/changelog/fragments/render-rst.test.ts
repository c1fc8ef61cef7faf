import { describe, expect, it } from 'vitest'
import { renderRst } from '../../../src/changelog/fragments/render-rst.ts'
import { loadEngine } from '../../../src/markdown/load-engine.ts'

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
  ])('should render %j', (markdown, rst) => {
    expect(renderRst(engine.parse(markdown))).toBe(rst)
  })
})
