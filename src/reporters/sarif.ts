import type { Fix } from '../diagnostic.ts'
import { type RuleDefinition, rules } from '../links/rules.ts'
import { version } from '../version.ts'
import type { CheckReport, PlacedEdit } from './check-report.ts'
import { countBytes } from './count-bytes.ts'
import { countOf } from './count-of.ts'
import { encodePath } from './encode-path.ts'
import { hostLimits } from './host-limits.ts'
import { hostSeverities } from './host-severities.ts'
import { type NamedFinding, nameFindings } from './name-findings.ts'
import type { Reporter } from './reporter.ts'
import { takeWithin } from './take-within.ts'
import { tellFinding } from './tell-finding.ts'
import { worstFirst } from './worst-first.ts'

/** SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. */
export const sarif: Reporter = {
  explanation:
    'GitHub takes 25,000 results of a run and 10 MB of a file, and shows the 5,000 that matter most. The worst come first, no file is larger, and a notification says how many findings were left out. Columns are in UTF-16 units, and an end is one past the last character. Fixes are carried; GitHub does not show them.',
  render: renderLog,
}

function renderLog(report: CheckReport): string {
  const results = worstFirst(nameFindings(report.findings)).map((finding) =>
    JSON.stringify(toResult(finding)),
  )
  const { results: count, bytes } = hostLimits.sarif
  const room = bytes - countBytes(renderRun([], results.length))
  const { pieces, left } = takeWithin(results, { bytes: room, count }, ',\n'.length)
  return renderRun(pieces, left)
}

/** A result is a line of its own. */
function renderRun(results: readonly string[], left: number): string {
  const run = JSON.stringify({
    tool: { driver: { name: 'crossoff', semanticVersion: version, rules: listRules() } },
    automationDetails: { id: 'crossoff/' },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        ...(left > 0 && { toolExecutionNotifications: [toNotification(left)] }),
      },
    ],
  })
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' }
  const head = JSON.stringify(log).slice(0, -1)
  return `${head},"runs":[\n${run.slice(0, -1)},"results":[\n${results.join(',\n')}\n]}]}\n`
}

function toNotification(left: number): object {
  const text = `${countOf(left, 'finding')} left out: the report would be larger than GitHub takes`
  return { level: 'warning', message: { text } }
}

function listRules(): readonly object[] {
  return Object.entries(rules).map(([id, rule]) => toRule(id, rule))
}

function toRule(id: string, { severity, summary, explanation }: RuleDefinition): object {
  const level = severity === 'off' ? 'none' : hostSeverities.sarif[severity]
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: explanation },
    defaultConfiguration: { enabled: severity !== 'off', level },
    properties: { tags: ['links'] },
  }
}

function toResult({ diagnostic, edits = [], fingerprint }: NamedFinding): object {
  const { code, severity, file, start, end, fix } = diagnostic
  const place = { artifactLocation: { uri: encodePath(file) }, region: toRegion({ start, end }) }
  return {
    ruleId: code,
    level: hostSeverities.sarif[severity],
    message: { text: tellFinding(diagnostic) },
    locations: [{ physicalLocation: place }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(fix && edits.length > 0 && { fixes: [toFix(fix, edits, file)] }),
  }
}

function toFix({ title, file }: Fix, edits: readonly PlacedEdit[], own: string): object {
  const replacements = edits.map((edit) => ({
    deletedRegion: toRegion(edit),
    insertedContent: { text: edit.text.toWellFormed() },
  }))
  return {
    description: { text: title.toWellFormed() },
    artifactChanges: [{ artifactLocation: { uri: encodePath(file ?? own) }, replacements }],
  }
}

function toRegion({ start, end }: Pick<PlacedEdit, 'start' | 'end'>): object {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}
