import { groupBy } from '../group-by.ts'
import type { Finding } from './check-report.ts'
import { escapeXml } from './escape-xml.ts'
import { hostSeverities } from './host-severities.ts'
import type { Reporter } from './reporter.ts'
import { tellFinding, tellPath } from './tell-finding.ts'

/** The report of Checkstyle, which many programs read. */
export const checkstyle: Reporter = {
  explanation:
    'For what reads no better form: the `warnings-ng` plugin of Jenkins, `cs2pr`, editors. Hints are `info`, and `source` is the code behind `crossoff.`.',
  render: ({ findings }) => {
    const files = groupBy(findings, ({ diagnostic }) => diagnostic.file)
    const elements = [...files].map(([file, some]) => renderFile(file, some))
    return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${elements.join('')}</checkstyle>\n`
  },
}

function renderFile(file: string, findings: readonly Finding[]): string {
  const errors = findings.map(renderError).join('')
  return `  <file name="${escapeXml(tellPath(file))}">\n${errors}  </file>\n`
}

function renderError({ diagnostic }: Finding): string {
  const { severity, code, start } = diagnostic
  const attributes = {
    line: start.line,
    column: start.column,
    severity: hostSeverities.checkstyle[severity],
    message: tellFinding(diagnostic),
    source: `crossoff.${code}`,
  }
  const words = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeXml(String(value))}"`,
  )
  return `    <error ${words.join(' ')}/>\n`
}
