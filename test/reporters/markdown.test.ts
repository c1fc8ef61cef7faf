import fc from 'fast-check'
import type { RootContent, TableRow } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../src/markdown/load-engine.ts'
import { buildkite } from '../../src/reporters/buildkite.ts'
import { github } from '../../src/reporters/github.ts'
import { markdown } from '../../src/reporters/markdown.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { tellFinding, tellPath } from '../../src/reporters/tell-finding.ts'
import { anyFindings } from '../arbitraries/findings.ts'
import { createFinding, createManyFindings, createReport } from '../fakes/report.ts'

const context = { palette: plainPalette }
const MEBIBYTE = 1_048_576

describe('markdown', () => {
  it('should put the worst first', () => {
    const findings = [
      createFinding({ code: 'link/empty', severity: 'hint', file: 'a.md' }),
      createFinding({ code: 'link/missing-file', file: 'b|c `d`.md', about: 'x|<b>' }),
    ]
    expect(markdown.render(createReport(findings), context)).toBe(
      [
        '### crossoff',
        '',
        '1 error, 1 hint in 3 documents, 9 links (8 checked, 1 on the web not checked)',
        '',
        '| | place | finding | rule |',
        '| --- | --- | --- | --- |',
        '| error | <code>b&#124;c &#96;d&#96;.md&#58;1&#58;1</code> | nothing stands at <code>x&#124;&#60;b&#62;</code> | `link/missing-file` |',
        '| hint | `a.md:1:1` | nothing stands at `gone.md` | `link/empty` |',
        '',
      ].join('\n'),
    )
  })

  it('should say that there is nothing', () => {
    expect(markdown.render(createReport([]), context)).toBe(
      '### crossoff\n\nno findings in 3 documents, 9 links (8 checked, 1 on the web not checked)\n',
    )
  })

  it('should compare in a line of its own', () => {
    const { counts } = createReport([])
    const since = { intact: 4, broken: 0, retargeted: 0, revived: 0, known: 2 }
    const report = createReport([], { base: 'v1|2', counts: { ...counts, since } })
    expect(markdown.render(report, context).split('\n')[3]).toBe(
      'since v1&#124;2&#58; 4 links intact, 2 findings known before',
    )
  })

  it.each(['satteri', 'remark'] as const)(
    'should show what it was given, as %s reads it',
    async (name) => {
      const engine = await loadEngine(name)
      fc.assert(
        fc.property(anyFindings, (findings) => {
          const root = engine.parse(markdown.render(createReport(findings), context))
          const shown = root.children.flatMap(rowsOf).slice(1).map(readRow).sort()
          const told = findings.map(({ diagnostic }) => {
            const { severity, file, start, code } = diagnostic
            const place = `${tellPath(file)}:${String(start.line)}:${String(start.column)}`
            return [severity, place, tellFinding(diagnostic), code].map(normalize)
          })
          expect(shown).toEqual(told.sort())
        }),
      )
    },
  )
})

describe('buildkite', () => {
  it('should keep 30,000 findings below a mebibyte, and count the rest', () => {
    const text = buildkite.render(createReport(createManyFindings(30_000)), context)
    expectBelow(text, MEBIBYTE)
  })
})

describe('the summary of github', () => {
  const render = (count: number, bytes: number): string =>
    github.summary?.render(createReport(createManyFindings(count)), bytes) ?? 'no summary'

  it('should keep 30,000 findings below what the file has room for', () => {
    expectBelow(render(30_000, MEBIBYTE), MEBIBYTE)
    expectBelow(render(30_000, 4000), 4000)
  })

  it('should leave the table out where no finding fits, and all where the totals do not', () => {
    expect(render(3, 300)).toBe(
      [
        '### crossoff',
        '',
        '1 error, 1 warning, 1 hint in 3 documents, 9 links (8 checked, 1 on the web not checked)',
        '',
        '3 findings more not shown',
        '',
      ].join('\n'),
    )
    expect(render(3, 100)).toBe('')
  })
})

/** All rows but those of the worst are left out, and counted. */
function expectBelow(text: string, bytes: number): void {
  const size = Buffer.byteLength(text)
  expect(size).toBeLessThanOrEqual(bytes)
  expect(size).toBeGreaterThan(bytes - 400)
  const rows = text.match(/^\| error \|/gmu)?.length ?? 0
  expect(text).toContain(`\n${String(30_000 - rows)} findings more not shown\n`)
}

function rowsOf(node: RootContent): readonly TableRow[] {
  return node.type === 'table' ? node.children : []
}

function readRow(row: TableRow): string[] {
  return row.children.map((cell) => normalize(toString(cell, { includeHtml: false })))
}

/** What marks code is no text, and blanks at the ends of a cell are not shown. */
function normalize(text: string): string {
  return text.replaceAll('`', '').trim()
}
