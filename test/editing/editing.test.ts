import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/document/parse-document.ts'
import type { Document } from '../../src/document/document.ts'
import { fitBlankLines, leaveBlankLines, lineEndAt } from '../../src/editing/blank-lines.ts'
import { readBody } from '../../src/editing/body-pieces.ts'
import { readBulletLayout } from '../../src/editing/bullet-layout.ts'
import {
  columnsOf,
  expandIndent,
  retabIndent,
  hasText,
  stripColumns,
  trimBlankLines,
  trimLines,
} from '../../src/editing/columns.ts'
import { findKeptPieces } from '../../src/editing/kept-pieces.ts'
import { findOutlineDifference, readOutlines } from '../../src/editing/outline.ts'
import { wrapText } from '../../src/editing/wrap-text.ts'
import { readWrapWidth } from '../../src/editing/wrap-width.ts'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { toSourceText } from '../../src/text/source-text.ts'

const engine = await loadEngine('satteri')
const parse = (text: string): Document => parseDocument(text, engine)

describe('columns', () => {
  it('should count a tab to the next multiple of four', () => {
    expect([columnsOf('\t'), columnsOf(' \t'), columnsOf('\t', 2), columnsOf('  ')]).toEqual([
      4, 4, 2, 2,
    ])
  })

  it('should leave the rest of a tab as spaces', () => {
    expect(stripColumns('\tsow', 2)).toBe('  sow')
    expect(stripColumns('   sow', 2)).toBe(' sow')
    expect(stripColumns('sow', 2)).toBe('sow')
  })

  it('should write an indent as spaces, and back as tabs', () => {
    expect(expandIndent('\t  sow\t')).toBe('      sow\t')
    expect(retabIndent('      sow')).toBe('\t  sow')
    expect([expandIndent(''), retabIndent('')]).toEqual(['', ''])
  })

  it('should trim whole lines at the start, and white space at the end', () => {
    expect(trimLines(' \r\n\n  sow\n \n')).toBe('  sow')
  })
})

describe('trimBlankLines', () => {
  it('should take blank lines off both ends, and no white space off the others', () => {
    expect(trimBlankLines(['', ' \t', '  sow ', '', 'reap', ' '])).toEqual(['  sow ', '', 'reap'])
    expect([trimBlankLines([]), trimBlankLines([' '])]).toEqual([[], []])
  })

  it('should take a no-break space for text', () => {
    expect([' \t', '', ' \u00A0', 'sow'].map(hasText)).toEqual([false, false, true, true])
  })
})

describe('fitBlankLines', () => {
  it('should keep the lines that are there, and add or take off the last', () => {
    expect(fitBlankLines(' \n\t\r\n\n', 2, '\n')).toBe(' \n\t\r\n')
    expect(fitBlankLines(' \n', 3, '\r\n')).toBe(' \n\r\n\r\n')
    expect([fitBlankLines('', 1, '\n'), fitBlankLines('\n', 0, '\n')]).toEqual(['\n', ''])
  })
})

describe('leaveBlankLines', () => {
  it('should replace lines with the blank ones around them', () => {
    const source = toSourceText('dig\n \nsow\n\nreap\n')
    const sow = { start: 6, end: 10 }
    expect(leaveBlankLines(source, sow, 1)).toEqual({ start: 4, end: 11, text: ' \n' })
    expect(leaveBlankLines(source, sow, 0)).toEqual({ start: 4, end: 11, text: '' })
  })

  it('should not let a lone CR and an LF become one line end', () => {
    const source = toSourceText('dig\rsow\r\n\nreap')
    expect(leaveBlankLines(source, { start: 4, end: 9 }, 1).text).toBe('\r')
    expect(fitBlankLines('\r\n\r', 3, '\n')).toBe('\n\n\n')
  })
})

describe('lineEndAt', () => {
  it('should take the line end before, else the first, else LF', () => {
    expect(lineEndAt(toSourceText('a\r\nb'), 0)).toBe('\r\n')
    expect(lineEndAt(toSourceText('a\r\nb'), 3)).toBe('\r\n')
    expect(lineEndAt(toSourceText('a\rb\n'), 2)).toBe('\r')
    expect(lineEndAt(toSourceText('a\nb\r\nc'), 5)).toBe('\r\n')
    expect(lineEndAt(toSourceText('sow'), 0)).toBe('\n')
  })
})

describe('wrapText', () => {
  const wrap = (text: string, width: number): string[] =>
    wrapText(text, { first: width, rest: width })

  it('should fill lines up to the width', () => {
    expect(wrap('sow the beans in May', 9)).toEqual(['sow the', 'beans in', 'May'])
    expect(wrap('unreasonably long', 3)).toEqual(['unreasonably', 'long'])
  })

  it('should keep code and the targets of links on one line', () => {
    expect(wrap('run `rake --fine` now', 8)).toEqual(['run', '`rake --fine`', 'now'])
    expect(wrap('a ``b `c d`` e', 4)).toEqual(['a', '``b `c d``', 'e'])
    expect(wrap('see [x](<a b>) now', 6)).toEqual(['see', '[x](<a b>)', 'now'])
    expect(wrap('a ` b c', 3)).toEqual(['a `', 'b c'])
    expect(wrap('a ](b c d', 3)).toEqual(['a', '](b', 'c d'])
    expect(wrap('a `b ``c d', 3)).toEqual(['a', '`b', '``c', 'd'])
  })

  it('should break no line at a no-break space, nor behind a box', () => {
    expect(wrap('sow 20\u00A0kg', 6)).toEqual(['sow', '20\u00A0kg'])
    expect(wrap('[ ] sow [ ] beans', 4)).toEqual(['[ ] sow', '[ ]', 'beans'])
  })

  it('should begin no line with what would open a block', () => {
    expect(wrap('beans and + peas 1. # > ``` ::', 9)).toEqual(['beans and +', 'peas 1. # > ``` ::'])
  })

  it('should lose no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', '`', '``', ' ', ' ', '](', ')', '(', '- ', '# '), {
          maxLength: 20,
        }),
        fc.integer({ min: 1, max: 12 }),
        (parts, width) => {
          const text = parts.join('').trim().replace(/ +/gu, ' ')
          expect(wrap(text, width).join(' ')).toBe(text)
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

describe('readWrapWidth', () => {
  it('should find the width that wrapped paragraphs agree on', () => {
    expect(readWrapWidth(parse('sow\n'))).toBeUndefined()
    const line = 'word '.repeat(16).trimEnd()
    expect(readWrapWidth(parse(`${line}\nword\n\n- ${line.slice(5)}\n  word\n`))).toBe(80)
    expect(readWrapWidth(parse('one\ntwo three four five six\n\nseven eight\nnine\n'))).toBeTypeOf(
      'number',
    )
  })
})

describe('findKeptPieces', () => {
  it('should keep pieces at both ends', () => {
    expect(findKeptPieces(['a', 'b', 'c'], 'a\n\nx\n\nc')).toEqual({
      first: 1,
      last: 1,
      middle: 'x',
    })
    expect(findKeptPieces(['a', 'b'], 'b')).toEqual({ first: 0, last: 1, middle: '' })
    expect(findKeptPieces([], 'x')).toEqual({ first: 0, last: 0, middle: 'x' })
  })

  it('should extend the last piece where all of them are kept', () => {
    expect(findKeptPieces(['a'], 'a\n\nx')).toEqual({ first: 0, last: 0, middle: 'a\n\nx' })
    expect(findKeptPieces(['a', 'b'], 'a\n\nx\n\nb')).toEqual({
      first: 0,
      last: 1,
      middle: 'a\n\nx',
    })
  })
})

describe('findOutlineDifference', () => {
  const difference = (before: string, after: string): string | undefined =>
    findOutlineDifference(readOutlines(parse(before)), readOutlines(parse(after)))

  it('should name the first difference, in words', () => {
    expect(difference('# A\n', '# A\n\ntext\n')).toBe('the text of `A` would change its meaning')
    expect(difference('# A\n', '## A\n')).toBe(
      '`A`, a section of level 1, would become `A`, a section of level 2',
    )
    expect(difference('- a\n', '# a\n')).toBe(
      '`a`, a bullet, would become `a`, a section of level 1',
    )
    expect(difference('- [ ] a\n', '- [x] a\n')).toBe(
      'the status of `a` would become `done`, not `open`',
    )
    expect(difference('- a\n', '- b\n')).toBe('the title `a` would become `b`')
    expect(difference('- a\n', '- a\n- b\n')).toBe('`b` would be a new item')
    expect(difference('- a\n  - b\n', '- a\n')).toBe('`b` would be no item any more')
  })

  it('should see what blocks mean, not how they are indented', () => {
    const nested = '- a\n\n  ```sh\n  b\n  ```\n\n  <b>\n\n  > c\n'
    const moved = '1.  a\n\n    ```sh\n    b\n    ```\n\n    <b>\n\n    > c\n'
    expect(difference(nested, moved)).toBeUndefined()
    expect(difference('- a\n\n      b\n', '- a\n\n       b\n')).toContain('change its meaning')
    expect(difference('- a\n\n  # b\n', '- a\n\n  ## b\n')).toContain('change its meaning')
  })
})

describe('readBody', () => {
  it('should read a body as its author would type it', () => {
    const { items } = parse('# A\n\nText.\n')
    const document = parse(' - a. Then\n   b.\n\n   ```\n     c\n   ```\n\n   - d\n\n   e\n')
    expect(items.map((item) => readBody(parse('# A\n\nText.\n'), item))).toEqual(['Text.'])
    expect(document.items.map((item) => readBody(document, item))).toEqual([
      'Then\nb.\n\n```\n  c\n```\n\ne',
    ])
  })
})

describe('readBulletLayout', () => {
  it('should take an item that is no bullet for a mistake', () => {
    const document = parse('# A\n')
    expect(() => document.items.map((item) => readBulletLayout(document, item))).toThrow(
      '`A` is a section, not a bullet',
    )
  })
})
