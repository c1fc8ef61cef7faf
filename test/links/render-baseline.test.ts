import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyBaseline, countFindings } from '../../src/links/apply-baseline.ts'
import { parseBaseline } from '../../src/links/parse-baseline.ts'
import { renderBaseline } from '../../src/links/render-baseline.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'

const start = { line: 1, column: 1, offset: 0 }

const anyFinding = fc.record({
  file: fc.constantFrom('TODO.md', 'docs/später plan.md', '__proto__.md'),
  code: fc.constantFrom('link/missing-file', 'link/missing-anchor'),
  about: fc.oneof(fc.constantFrom('#beds', 'a.md', '"', '\\'), fc.string()),
})

function toDiagnostic(finding: Pick<Diagnostic, 'file' | 'code'> & { about: string }): Diagnostic {
  return { ...finding, severity: 'error', message: '', start, end: start }
}

describe('renderBaseline', () => {
  it('should be read again as what it was', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (findings) => {
        const baseline = countFindings(findings.map(toDiagnostic))
        expect(parseBaseline(renderBaseline(baseline))).toEqual(baseline)
      }),
    )
  })

  it('should be the same in whatever order the findings come', () => {
    const [one, two] = ['#beds', '#shed'].map((about) =>
      toDiagnostic({ file: 'TODO.md', code: 'link/missing-anchor', about }),
    )
    if (one === undefined || two === undefined) throw new Error('there are two')
    const text = renderBaseline(countFindings([one, two, two]))
    expect(renderBaseline(countFindings([two, one, two]))).toBe(text)
    expect(text).toBe(
      '{\n  "TODO.md link/missing-anchor #beds": 1,\n  "TODO.md link/missing-anchor #shed": 2,\n  "version": 1\n}\n',
    )
  })
})

describe('applyBaseline', () => {
  it('should know as many findings as it has, and tell those that are mended', () => {
    const beds = toDiagnostic({ file: 'TODO.md', code: 'link/missing-file', about: 'beds.md' })
    const shed = toDiagnostic({ file: 'TODO.md', code: 'link/missing-file', about: 'shed.md' })
    const baseline = countFindings([beds, shed, shed])
    expect(applyBaseline([beds, beds, shed], baseline)).toEqual({
      fresh: [beds],
      known: 2,
      mended: countFindings([shed]),
    })
  })
})
