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
import type { LinkVerdict } from './link-verdict.ts'
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
export function checkContext(context: LinkContext): LinkReport {
  const diagnostics: Diagnostic[] = []
  const verdicts: LinkVerdict[] = []
  let ignored = 0
  for (const file of [...new Set(context.documents)].sort()) {
    const result = checkDocument(file, context)
    diagnostics.push(...result.diagnostics)
    verdicts.push(...result.verdicts)
    ignored += result.ignored
  }
  const count = (severity: Severity): number =>
    diagnostics.filter((each) => each.severity === severity).length
  const notChecked = verdicts.filter((each) => each.status === 'unknown' && each.isRemote).length
  const unknown = verdicts.filter(({ status }) => status === 'unknown').length - notChecked
  const counts = {
    documents: context.documents.length,
    links: verdicts.length,
    checked: verdicts.length - notChecked - unknown,
    notChecked,
    unknown,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    ignored,
  }
  return { diagnostics, counts }
}

interface DocumentCheck {
  readonly diagnostics: readonly Diagnostic[]
  readonly verdicts: readonly LinkVerdict[]
  readonly ignored: number
}

function checkDocument(file: string, context: LinkContext): DocumentCheck {
  const reading = context.page(file)
  if (reading.kind === 'missing') {
    throw new CrossoffError('file-missing', `there is no document \`${file}\``)
  }
  if (reading.kind === 'not-utf8') return { ...refuse(file, reading.message, context), ignored: 0 }
  const { page } = reading
  const { findings, verdicts } = checkPage(file, page, context)
  const asked = findings.filter(({ code }) => severityOf(code, context.options) !== 'off')
  const left = applyIgnores(
    asked,
    page.ignores,
    (code) => severityOf(code, context.options) !== 'off',
  )
  const diagnostics = left.findings
    .flatMap((finding) => toDiagnostic(finding, file, page.source, context.options) ?? [])
    .sort((a, b) => a.start.offset - b.start.offset || (a.code < b.code ? -1 : 1))
  return { diagnostics, verdicts, ignored: left.ignored }
}

function refuse(
  file: string,
  message: string,
  context: LinkContext,
): Omit<DocumentCheck, 'ignored'> {
  const severity = severityOf('document/not-utf8', context.options)
  const start = { line: 1, column: 1, offset: 0 }
  if (severity === 'off') return { diagnostics: [], verdicts: [] }
  const help = 'convert it to UTF-8, for instance with `iconv`'
  const code = 'document/not-utf8'
  return {
    diagnostics: [{ code, severity, message, file, start, end: start, help }],
    verdicts: [],
  }
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
