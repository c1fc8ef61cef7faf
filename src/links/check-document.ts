import type { Diagnostic, Fix, Severity } from '../diagnostic.ts'
import type { Link } from '../document/link.ts'
import { CrossoffError } from '../errors.ts'
import { pointAt } from '../text/line-index.ts'
import type { SourceText } from '../text/source-text.ts'
import { applyIgnores, type IgnoredFindings } from './apply-ignores.ts'
import { checkPage, listTargets } from './check-page.ts'
import type { LinkFate } from './classify-links.ts'
import { compareDiagnostics } from './compare-diagnostics.ts'
import { comparePage, type LinkBase } from './compare-page.ts'
import { createWebTest } from './create-web-test.ts'
import type { Finding } from './finding.ts'
import { isForWeb } from './is-for-web.ts'
import type { LinkContext, PageReading } from './link-context.ts'
import type { LinkOptions } from './link-options.ts'
import { lazily } from './memoize.ts'
import type { Page } from './page.ts'
import { rememberFindings } from './remember-findings.ts'
import { isRuleCode, type RuleCode, rules } from './rules.ts'
import type { Share } from './share.ts'

/** What came of checking one document, after the config and the ignores had their say. */
export interface DocumentCheck {
  /** Sorted by place and code. */
  readonly diagnostics: readonly Diagnostic[]
  /** How many targets there are. */
  readonly links: number
  /** How many of them only the network could tell. */
  readonly notChecked: number
  /** How many of the others nobody can tell. */
  readonly unknown: number
  /** How many findings comments silence. */
  readonly ignored: number
  /** How many findings were there before. */
  readonly known: number
  /** What became of each link; empty where nothing is compared. */
  readonly fates: readonly LinkFate['kind'][]
}

const NOTHING: DocumentCheck = {
  diagnostics: [],
  links: 0,
  notChecked: 0,
  unknown: 0,
  ignored: 0,
  known: 0,
  fates: [],
}

const WHOLE: Share = { hasDocument: () => true }

/** What is told of what a check finds. */
export interface CheckScope {
  /** What was before: then only what is new is told. */
  readonly base?: LinkBase | undefined
  /** What is told here; all is where nothing is said. */
  readonly share?: Share | undefined
}

/** Checks the links of one document of a context. */
export function checkDocument(
  file: string,
  context: LinkContext,
  { base, share = WHOLE }: CheckScope = {},
): DocumentCheck {
  const reading = context.page(file)
  if (reading.kind === 'missing') {
    throw new CrossoffError('file-missing', `there is no document \`${file}\``)
  }
  const isOwn = share.hasDocument(file)
  const isAsked = (link: Link): boolean => share.hasLink?.(link, file) ?? isOwn
  if (!isOwn && (reading.kind === 'not-utf8' || !listTargets(reading.page).some(isAsked)))
    return NOTHING
  const origin = base?.trace.originOf(file)
  const past = base === undefined || origin === undefined ? undefined : base.before.page(origin)
  if (reading.kind === 'not-utf8') return refuse(file, reading.message, context, past)
  const { page } = reading
  const { classified, ...check } =
    base === undefined
      ? { ...checkPage(file, page, context, isAsked), classified: [] }
      : comparePage(file, page, context, base, isAsked)
  const isTold = ({ link }: Finding): boolean => isOwn || link !== undefined
  const silenced = silence(check.findings.filter(isTold), { file, page, context, base })
  const findings = silenced.findings.filter(isTold)
  const dead = new Set(classified.flatMap(({ link, fate }) => (fate.kind === 'known' ? link : [])))
  const wasThere = rememberFindings(past, (old) =>
    base === undefined || origin === undefined
      ? []
      : silence(checkPage(origin, old, base.before).findings, {
          file: origin,
          page: old,
          context: base.before,
        }).findings,
  )
  const known = new Set(
    findings.filter((finding) =>
      finding.link === undefined ? wasThere(finding, page) : dead.has(finding.link),
    ),
  )
  const toDiagnostics = (some: readonly Finding[]): Diagnostic[] =>
    some.flatMap((finding) => toDiagnostic(finding, file, page.source, context.options) ?? [])
  return {
    ...check,
    diagnostics: toDiagnostics(findings.filter((finding) => !known.has(finding))).sort(
      compareDiagnostics,
    ),
    ignored: silenced.ignored,
    known: toDiagnostics([...known]).length,
    fates: classified.map(({ fate }) => fate.kind),
  }
}

/** A document as findings of it were looked for. */
interface SearchedPage {
  readonly file: string
  readonly page: Page
  readonly context: LinkContext
  readonly base?: LinkBase | undefined
}

/** Takes out what the config turns off, and what comments silence. */
function silence(
  findings: readonly Finding[],
  { file, page, context, base }: SearchedPage,
): IgnoredFindings {
  const isOn = (code: RuleCode): boolean => severityOf(code, context.options) !== 'off'
  // Only a comparison shows that a link was retargeted.
  const isSought = (code: string): boolean =>
    isRuleCode(code) && isOn(code) && (code !== 'link/retargeted' || base !== undefined)
  const webLinks = lazily(() => {
    const isOnWeb = createWebTest(context)
    return listTargets(page).filter((link) => isOnWeb(link, file))
  })
  return applyIgnores(
    findings.filter(({ code }) => isOn(code)),
    page.ignores,
    (ignore) => ignore.codes.every(isSought) && !isForWeb(ignore, webLinks()),
  )
}

function refuse(
  file: string,
  message: string,
  { options }: LinkContext,
  past: PageReading | undefined,
): DocumentCheck {
  const code = 'document/not-utf8'
  const severity = severityOf(code, options)
  const start = { line: 1, column: 1, offset: 0 }
  const help = 'convert it to UTF-8, for instance with `iconv`'
  const isKnown = past?.kind === 'not-utf8'
  const found =
    severity === 'off' ? [] : [{ code, severity, message, file, start, end: start, help }]
  return {
    ...NOTHING,
    diagnostics: isKnown ? [] : found,
    known: isKnown ? found.length : 0,
  }
}

function severityOf(code: RuleCode, options: LinkOptions): Severity | 'off' {
  return options.rules?.[code] ?? rules[code].severity
}

function toDiagnostic(
  finding: Finding,
  file: string,
  { lines, text }: SourceText,
  options: LinkOptions,
): Diagnostic | undefined {
  const { code, span, message, help, lost } = finding
  const severity = options.rules?.[code] ?? finding.severity ?? rules[code].severity
  if (severity === 'off') return undefined
  const fix = toFix(finding, file)
  return {
    code,
    severity,
    message,
    file,
    start: pointAt(lines, span.start),
    end: pointAt(lines, span.end),
    about: finding.link?.url ?? text.slice(span.start, span.end),
    ...(lost === undefined ? {} : { lost }),
    ...(help === undefined ? {} : { help }),
    ...(fix && { fix }),
  }
}

function toFix({ span, replacement, kept }: Finding, own: string): Fix | undefined {
  if (kept !== undefined) {
    const { file, ...edit } = kept
    const title = `keep the anchor, \`${edit.text}\``
    return { title, ...(file !== own && { file }), edits: [edit] }
  }
  if (replacement === undefined) return undefined
  return { title: `write \`${replacement}\``, edits: [{ ...span, text: replacement }] }
}
