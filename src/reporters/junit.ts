import { groupBy } from '../group-by.ts'
import type { CheckReport } from './check-report.ts'
import { countOf } from './count-of.ts'
import { escapeXml } from './escape-xml.ts'
import { hostLimits } from './host-limits.ts'
import { type NamedFinding, nameFindings } from './name-findings.ts'
import { plainPalette } from './palette.ts'
import { renderTotals } from './render-totals.ts'
import type { Reporter } from './reporter.ts'
import { takeWithin } from './take-within.ts'
import { tellFinding, tellPath, tellText } from './tell-finding.ts'
import { worstFirst } from './worst-first.ts'

/** JUnit XML, as Jenkins, GitLab and Azure Pipelines read it. */
export const junit: Reporter = {
  explanation:
    'A test for each finding, in a suite for each document. Errors are failures; warnings and hints, which fail no run, are skipped tests. Names hold no line, so that a host knows a test again. One test more says what was checked, and passes. A file stays below the 30 MB that GitLab takes: the worst findings are kept, and that test says how many were left out.',
  render: (report) => {
    const named = nameFindings(report.findings)
    const worst = worstFirst(named)
    // Each is measured with a suite of its own, which is more than it takes.
    const sizes = worst.map((finding) => renderSuite(finding.diagnostic.file, [finding]))
    const { left } = takeWithin(sizes, { bytes: hostLimits.junit.bytes - HEAD })
    const kept = new Set(worst.slice(0, worst.length - left))
    const told = named.filter((finding) => kept.has(finding))
    const suites = groupBy(told, ({ diagnostic }) => diagnostic.file)
    const counts = `tests="${told.length + 1}" failures="${countErrors(told)}" errors="0"`
    return [
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="crossoff" ${counts}>\n`,
      renderRun(report, left),
      ...[...suites].map(([file, findings]) => renderSuite(file, findings)),
      '</testsuites>\n',
    ].join('')
  },
}

/** Bytes that are enough for what stands around the suites of documents. */
const HEAD = 10_000

/** A report without a test is an error to Jenkins. */
function renderRun(report: CheckReport, left: number): string {
  const rest = left === 0 ? '' : `; ${countOf(left, 'finding')} left out`
  const text = escapeXml(`${tellText(renderTotals(report, plainPalette))}${rest}`)
  return [
    '  <testsuite name="crossoff" tests="1" failures="0" errors="0" skipped="0">\n',
    '    <testcase name="documents were checked" classname="crossoff">\n',
    `      <system-out>${text}</system-out>\n`,
    '    </testcase>\n  </testsuite>\n',
  ].join('')
}

function renderSuite(file: string, findings: readonly NamedFinding[]): string {
  const path = escapeXml(tellPath(file))
  const failures = countErrors(findings)
  const counts = `tests="${findings.length}" failures="${failures}" errors="0" skipped="${findings.length - failures}"`
  const same = groupBy(findings, ({ name }) => tellText(name))
  const cases = findings.map((finding) => {
    const name = tellText(finding.name)
    // Of tests with one name, GitLab shows the first.
    const isUnique = same.get(name)?.length === 1
    return renderCase(finding, isUnique ? name : `${name} [${finding.fingerprint}]`)
  })
  return `  <testsuite name="${path}" file="${path}" ${counts}>\n${cases.join('')}  </testsuite>\n`
}

function renderCase({ diagnostic, line }: NamedFinding, name: string): string {
  const { severity, code, file, start } = diagnostic
  const path = tellPath(file)
  const message = tellFinding(diagnostic)
  const element = severity === 'error' ? 'failure' : 'skipped'
  const text = `${path}:${start.line}:${start.column} ${severity}: ${message}\n${tellText(line)}`
  return [
    `    <testcase name="${escapeXml(name)}" classname="${escapeXml(path)}">\n`,
    `      <${element} type="${escapeXml(code)}" message="${escapeXml(message)}">${escapeXml(text)}</${element}>\n`,
    '    </testcase>\n',
  ].join('')
}

function countErrors(findings: readonly NamedFinding[]): number {
  return findings.filter(({ diagnostic }) => diagnostic.severity === 'error').length
}
