import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/reporters/check-report.ts'
import { nameFindings } from '../../src/reporters/name-findings.ts'
import { anyFindings } from '../arbitraries/findings.ts'
import { createFinding } from '../fakes/report.ts'

const printsOf = (findings: readonly Finding[]): string[] =>
  nameFindings(findings).map(({ fingerprint }) => fingerprint)

/** The finding, where lines were put above it, or its message reads otherwise. */
const shift = ({ diagnostic, ...rest }: Finding, lines: number): Finding => {
  const { start, end } = diagnostic
  return {
    ...rest,
    diagnostic: {
      ...diagnostic,
      message: `${diagnostic.message} (then line ${String(lines)})`,
      start: { ...start, line: start.line + lines, offset: start.offset + 80 * lines },
      end: { ...end, line: end.line + lines, offset: end.offset + 80 * lines },
    },
  }
}

describe('nameFindings', () => {
  it('should tell findings apart that say the same', () => {
    const dead = createFinding({ code: 'link/missing-file', file: 'a.md' })
    const broken = createFinding({ code: 'document/not-utf8', file: 'a.md', about: '' })
    const names = nameFindings([dead, dead, broken, dead]).map(({ name }) => name)
    expect(names).toEqual([
      'link/missing-file gone.md',
      'link/missing-file gone.md (2)',
      'document/not-utf8',
      'link/missing-file gone.md (3)',
    ])
  })

  it('should give no two findings of a report the same fingerprint', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const twice = [...findings, ...findings]
        expect(new Set(printsOf(twice)).size).toBe(twice.length)
      }),
    )
  })

  it('should keep fingerprints where lines are put above, or messages read otherwise', () => {
    fc.assert(
      fc.property(anyFindings, fc.nat(1000), (findings, lines) => {
        expect(printsOf(findings.map((each) => shift(each, lines)))).toEqual(printsOf(findings))
      }),
    )
  })

  it('should keep fingerprints where the document gets other findings', () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (findings, others) => {
        const before = printsOf(findings)
        const after = new Set(printsOf([...others, ...findings]))
        expect(before.filter((print) => !after.has(print))).toEqual([])
      }),
    )
  })
})
