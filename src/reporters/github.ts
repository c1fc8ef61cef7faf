import type { CheckReport, Finding } from './check-report.ts'
import { countOf } from './count-of.ts'
import { escapeMessage, escapeProperty } from './escape-workflow-command.ts'
import { hostLimits } from './host-limits.ts'
import { hostSeverities } from './host-severities.ts'
import { plainPalette } from './palette.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderTotals } from './render-totals.ts'
import type { Reporter } from './reporter.ts'
import { tellFinding, tellPath } from './tell-finding.ts'
import { SEVERITIES } from './worst-first.ts'

/** Annotations of GitHub Actions, and the summary of the step. */
export const github: Reporter = {
  explanation:
    'GitHub shows ten annotations of each severity for a step: the first are annotated, and the log of the step has the rest. Where `GITHUB_STEP_SUMMARY` names a file, a table of all findings is put behind what that has, up to the mebibyte that GitHub takes.',
  render: renderAnnotations,
  summary: {
    variable: 'GITHUB_STEP_SUMMARY',
    bytes: hostLimits.github.summaryBytes,
    render: renderMarkdown,
  },
}

/** What is above the limit stands in the log of the step, and one notice says so. */
function renderAnnotations(report: CheckReport): string {
  const groups = SEVERITIES.map((severity) =>
    report.findings.filter(({ diagnostic }) => diagnostic.severity === severity),
  )
  const isTooMuch = groups.some(({ length }) => length > LIMIT)
  const cuts = SEVERITIES.map((severity) => (isTooMuch && severity === 'hint' ? LIMIT - 1 : LIMIT))
  const shown = groups.flatMap((group, index) => group.slice(0, cuts[index]))
  const hidden = groups.flatMap((group, index) => group.slice(cuts[index]))
  const lines = [
    ...shown.map(renderAnnotation),
    ...(isTooMuch ? [renderRest(hidden.length, report.findings.length)] : []),
    ...hidden.map((finding) => keepFromCommanding(renderLogLine(finding))),
    ...renderTotals(report, plainPalette).split('\n').map(keepFromCommanding),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const LIMIT = hostLimits.github.annotations

/** Columns are for annotations of one line: GitHub refuses them else. */
function renderAnnotation({ diagnostic }: Finding): string {
  const { severity, file, start, end, code } = diagnostic
  const isOneLine = start.line === end.line
  const properties = [
    `file=${escapeProperty(tellPath(file))}`,
    `line=${start.line}`,
    ...(isOneLine ? [`col=${start.column}`] : []),
    `endLine=${end.line}`,
    ...(isOneLine ? [`endColumn=${end.column}`] : []),
    `title=${escapeProperty(code)}`,
  ]
  const message = `${placeOf(diagnostic)} ${tellFinding(diagnostic)}`
  return `::${hostSeverities.github[severity]} ${properties.join(',')}::${escapeMessage(message)}`
}

function renderRest(hidden: number, total: number): string {
  return `::notice title=crossoff::${hidden} of ${countOf(total, 'finding')} not shown as annotations; the log of the step has them`
}

function renderLogLine({ diagnostic }: Finding): string {
  const { severity, code } = diagnostic
  return `${severity} ${placeOf(diagnostic)} ${tellFinding(diagnostic)} ${code}`
}

/** The log has no place for the properties of an annotation. */
function placeOf({ file, start }: Finding['diagnostic']): string {
  return `${tellPath(file)}:${start.line}:${start.column}`
}

/** The runner still takes commands of the old form from anywhere in a line. */
function keepFromCommanding(line: string): string {
  return line.replaceAll('##[', '## [')
}
