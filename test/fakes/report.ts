import type { Diagnostic } from '../../src/diagnostic.ts'
import type { CheckReport, Finding } from '../../src/reporters/check-report.ts'

/** Makes a finding of one line; the line is what the finding is about, unless it is given. */
export function createFinding(
  given: Partial<Diagnostic> & Pick<Diagnostic, 'code' | 'file'>,
  rest: Partial<Finding> = {},
): Finding {
  const { about = 'gone.md' } = given
  const start = given.start ?? { line: 1, column: 1, offset: 0 }
  const end = { line: start.line, column: start.column + about.length, offset: start.offset }
  return {
    line: `${' '.repeat(start.column - 1)}${about}`,
    diagnostic: {
      severity: 'error',
      message: `nothing stands at \`${about}\``,
      about,
      start,
      end,
      ...given,
    },
    ...rest,
  }
}

/** Makes a report of findings, which are counted. */
export function createReport(
  findings: readonly Finding[],
  rest: Partial<CheckReport> = {},
): CheckReport {
  const count = (severity: Diagnostic['severity']): number =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length
  return {
    kind: 'check',
    findings,
    counts: {
      documents: 3,
      links: 9,
      checked: 8,
      notChecked: 1,
      unknown: 0,
      ignored: 0,
      errors: count('error'),
      warnings: count('warning'),
      hints: count('hint'),
    },
    ...rest,
  }
}

/** Makes many findings of all severities, errors among the last; each is about something else. */
export function createManyFindings(count: number): Finding[] {
  const severities = ['hint', 'warning', 'error'] as const
  return Array.from({ length: count }, (_, index) =>
    createFinding({
      code: 'link/missing-file',
      severity: severities[index % severities.length] ?? 'error',
      file: `docs/beds/${String(Math.floor(index / 100)).padStart(4, '0')}/Größe & “Maß”.md`,
      about: `../gärten/${index}/fehlt.md`,
      start: { line: (index % 100) + 1, column: 8, offset: index * 40 },
      help: 'did you mean `../gärten/plan.md`?',
    }),
  )
}
