import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/reporters/check-report.ts'
import { gitlab } from '../../src/reporters/gitlab.ts'
import { plainPalette } from '../../src/reporters/palette.ts'
import { tellFinding, tellPath } from '../../src/reporters/tell-finding.ts'
import { anyFindings } from '../arbitraries/findings.ts'
import { createFinding, createManyFindings, createReport } from '../fakes/report.ts'
import { createJsonCheck, readSchema } from '../fakes/schemas.ts'

interface Issue {
  readonly description: string
  readonly fingerprint: string
  readonly location: { readonly path: string }
}

const check = createJsonCheck(JSON.parse(readSchema('gitlab-code-quality.json')))
const render = (findings: readonly Finding[]): string =>
  gitlab.render(createReport(findings), { palette: plainPalette })
const parse = (text: string): readonly Issue[] => JSON.parse(text) as readonly Issue[]

describe('gitlab', () => {
  it('should list what a merge request shows', () => {
    const severities = ['error', 'warning', 'hint'] as const
    const findings = severities.map((severity, index) =>
      createFinding({
        code: 'link/missing-file',
        severity,
        file: 'docs/my list.md',
        start: { line: index + 2, column: 1, offset: 9 },
      }),
    )
    expect(parse(render(findings))).toMatchObject(
      ['major', 'minor', 'info'].map((severity, index) => ({
        description: 'nothing stands at `gone.md`',
        check_name: 'link/missing-file',
        severity,
        location: { path: 'docs/my list.md', lines: { begin: index + 2, end: index + 2 } },
      })),
    )
  })

  it('should be empty where there is nothing', () => {
    expect(render([])).toBe('[]\n')
  })

  it('should be of the documented form, and keep what it was given, whatever that is', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const text = render(findings)
        const issues = parse(text)
        expect(check(issues)).toEqual(findings.flatMap(emptyDescription))
        expect(text.isWellFormed()).toBe(true)
        expect(issues.map(({ description, location }) => [location.path, description])).toEqual(
          findings.map(({ diagnostic }) => [tellPath(diagnostic.file), tellFinding(diagnostic)]),
        )
      }),
    )
  })

  it('should give each of 30,000 findings a fingerprint of its own', () => {
    const issues = parse(render(createManyFindings(30_000)))
    expect(check(issues)).toEqual([])
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(30_000)
  })

  it('should be refused by the schema where it is wrong', () => {
    const [issue] = parse(render(createManyFindings(1)))
    expect(
      check([
        { ...issue, severity: 'error' },
        { ...issue, fingerprint: undefined },
      ]),
    ).toEqual([
      '/0/severity must be equal to one of the allowed values',
      `/1 must have required property 'fingerprint'`,
    ])
  })
})

/** A message that says nothing is none of crossoff's. */
function emptyDescription({ diagnostic }: Finding, index: number): string[] {
  if (tellFinding(diagnostic) !== '') return []
  return [`/${String(index)}/description must NOT have fewer than 1 characters`]
}
