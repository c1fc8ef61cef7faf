import { hostSeverities } from './host-severities.ts'
import { type NamedFinding, nameFindings } from './name-findings.ts'
import type { Reporter } from './reporter.ts'
import { tellFinding, tellPath } from './tell-finding.ts'

/** Code Quality, https://docs.gitlab.com/ci/testing/code_quality/. */
export const gitlab: Reporter = {
  explanation:
    'Put it into `artifacts:reports:codequality` of the job. Errors are `major`, warnings `minor` and hints `info`. Fingerprints hold no line, so that a merge request shows what it brings, and nothing twice.',
  render: ({ findings }) =>
    `${JSON.stringify(nameFindings(findings).map(toIssue), undefined, 2)}\n`,
}

function toIssue({ diagnostic, fingerprint }: NamedFinding): object {
  const { code, severity, file, start, end } = diagnostic
  return {
    description: tellFinding(diagnostic),
    check_name: code,
    fingerprint,
    severity: hostSeverities.gitlab[severity],
    location: { path: tellPath(file), lines: { begin: start.line, end: end.line } },
  }
}
