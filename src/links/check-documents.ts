import type { Diagnostic, Severity } from '../diagnostic.ts'
import { CrossoffError } from '../errors.ts'
import { pointAt } from '../text/line-index.ts'
import type { SourceText } from '../text/source-text.ts'
import { applyIgnores } from './apply-ignores.ts'
import { checkPage } from './check-page.ts'
import { createLinkContext, type LinkSources } from './create-link-context.ts'
import type { Finding } from './finding.ts'
import type { LinkContext } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import { type RuleCode, rules } from './rules.ts'

/** How much was checked, and what came of it. */
export interface LinkCounts {
  readonly documents: number
  /** Targets: `checked`, `notChecked` and `unknown` together. */
  readonly links: number
  /** Targets that are alive or dead. */
  readonly checked: number
  /** Addresses on the web without an origin. */
  readonly notChecked: number
  /** Other targets that nobody can tell from the repository alone. */
  readonly unknown: number
  readonly errors: number
  readonly warnings: number
  readonly hints: number
  /** Findings that comments silence. */
  readonly ignored: number
}

/** What a check found. */
export interface LinkReport {
  /** Sorted by file, place and code. */
  readonly diagnostics: readonly Diagnostic[]
  readonly counts: LinkCounts
}

/**
 * Checks the links of documents; each is read once, whether it is checked or linked to.
 *
 * A document that is not UTF-8 is a finding, one that is not there throws `file-missing`.
 */
export function checkDocuments(sources: LinkSources): LinkReport {
  return checkContext(createLinkContext(sources))
}

/** Checks the links of a context's documents. */
function checkContext(context: LinkContext): LinkReport {
  const checks = [...new Set(context.documents)].sort().map((file) => checkDocument(file, context))
  const diagnostics = checks.flatMap((check) => check.diagnostics)
  const count = (severity: Severity): number =>
    diagnostics.filter((each) => each.severity === severity).length
  const sum = (countOf: (check: DocumentCheck) => number): number =>
    checks.reduce((total, check) => total + countOf(check), 0)
  const links = sum((check) => check.links)
  const notChecked = sum((check) => check.notChecked)
  const unknown = sum((check) => check.unknown)
  const counts = {
    documents: checks.length,
    links,
    checked: links - notChecked - unknown,
    notChecked,
    unknown,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    ignored: sum((check) => check.ignored),
  }
  return { diagnostics, counts }
}

interface DocumentCheck {
  readonly diagnostics: readonly Diagnostic[]
  readonly links: number
  readonly notChecked: number
  readonly unknown: number
  readonly ignored: number
}

function checkDocument(file: string, context: LinkContext): DocumentCheck {
  const reading = context.page(file)
  if (reading.kind === 'missing') {
    throw new CrossoffError('file-missing', `there is no document \`${file}\``)
  }
  if (reading.kind === 'not-utf8') return refuse(file, reading.message, context)
  const { page } = reading
  const { findings, ...tally } = checkPage(file, page, context)
  const asked = findings.filter(({ code }) => severityOf(code, context.options) !== 'off')
  const left = applyIgnores(
    asked,
    page.ignores,
    (code) => severityOf(code, context.options) !== 'off',
  )
  const diagnostics = left.findings
    .flatMap((finding) => toDiagnostic(finding, file, page.source, context.options) ?? [])
    .sort((a, b) => a.start.offset - b.start.offset || (a.code < b.code ? -1 : 1))
  return { diagnostics, ...tally, ignored: left.ignored }
}

function refuse(file: string, message: string, context: LinkContext): DocumentCheck {
  const code = 'document/not-utf8'
  const severity = severityOf(code, context.options)
  const start = { line: 1, column: 1, offset: 0 }
  const help = 'convert it to UTF-8, for instance with `iconv`'
  const diagnostics =
    severity === 'off' ? [] : [{ code, severity, message, file, start, end: start, help }]
  return { diagnostics, links: 0, notChecked: 0, unknown: 0, ignored: 0 }
}

function severityOf(code: RuleCode, options: LinkOptions): Severity | 'off' {
  return options.rules?.[code] ?? rules[code].severity
}

function toDiagnostic(
  finding: Finding,
  file: string,
  { lines }: SourceText,
  options: LinkOptions,
): Diagnostic | undefined {
  const { code, span, message, help, replacement } = finding
  const severity = options.rules?.[code] ?? finding.severity ?? rules[code].severity
  if (severity === 'off') return undefined
  const title = `write \`${replacement ?? ''}\``
  return {
    code,
    severity,
    message,
    file,
    start: pointAt(lines, span.start),
    end: pointAt(lines, span.end),
    ...(help === undefined ? {} : { help }),
    ...(replacement === undefined
      ? {}
      : { fix: { title, edits: [{ ...span, text: replacement }] } }),
  }
}
