import type { FragmentsReport, LedgerChangeReport } from './changelog-report.ts'
import type { ReporterDefinition } from './reporter.ts'
import type { LinksChangeReport } from './links-report.ts'
import type { FileSummary } from './file-summary.ts'
import type { BaselineReport, CheckReport, Finding, Fixes } from './check-report.ts'
import type { MessageReport, Report } from './report.ts'

/** The version of the machine forms: fields may be added to one, never changed. */
const VERSION = 1

/** The stable machine form, keys in a fixed order. */
export const json: ReporterDefinition = {
  summary: 'the stable form for programs',
  render: (report) => `${JSON.stringify({ version: VERSION, ...toPlain(report) }, undefined, 2)}\n`,
}

function toPlain(report: Report): object {
  switch (report.kind) {
    case 'items':
    case 'blame':
      return { file: report.file, items: report.items, ...withNotes(report.notes) }
    case 'diff':
      return {
        old: report.old,
        new: report.new,
        changes: report.changes,
        plan: report.plan,
        coverage: report.coverage,
        dependencies: report.dependencies,
      }
    case 'events':
      return { file: report.file, events: report.events, ...withNotes(report.notes) }
    case 'changelog':
      return { entries: report.entries, ...withNotes(report.notes) }
    case 'fragments':
      return toFragments(report)
    case 'ledger-change':
      return toLedgerChange(report)
    case 'ledger-check': {
      const { file, isThere, missing, outdated, released } = report
      return { file, isThere, missing, outdated, released, ...withNotes(report.notes) }
    }
    case 'item':
      return { file: report.file, item: report.item, source: report.source }
    case 'anchors':
      return { file: report.file, slugs: report.slugs, anchors: report.anchors }
    case 'check':
      return toCheck(report)
    case 'change':
      return {
        files: report.files.map(toChange),
        plan: report.plan,
        inverse: report.inverse,
        brokenLinks: report.brokenLinks.map(toDiagnostic),
        written: report.outcome === 'written' && report.files.length > 0,
      }
    case 'document':
      return { file: report.file, text: report.text }
    case 'message':
      return toMessage(report)
    case 'links':
      return { links: report.links, unlinked: report.unlinked }
    case 'link':
      return { ...report.link, next: report.next, hops: report.hops }
    case 'links-change':
      return toLinksChange(report)
    case 'setup':
      return { file: report.file, config: report.config, snippets: report.snippets }
  }
}

function toFragments({ outcome, tool, files, notes }: FragmentsReport): object {
  return { outcome, tool, files, ...withNotes(notes) }
}

function toLedgerChange(report: LedgerChangeReport): object {
  const { file, outcome, added, updated, removed, kept, notes } = report
  const written = outcome === 'written' && file.added + file.removed > 0
  return { file: toChange(file), added, updated, removed, kept, written, ...withNotes(notes) }
}

function toLinksChange({
  outcome,
  asked,
  doubts,
  changes,
  file,
  notes,
}: LinksChangeReport): object {
  const written = outcome === 'written' && file !== undefined && file.added + file.removed > 0
  const summary = file && toChange(file)
  return { asked, unknown: doubts, changes, file: summary, written, ...withNotes(notes) }
}

function toMessage({ file, text, draft }: MessageReport): object {
  const trailers = draft?.trailers.map(({ title, isDone }) => ({
    title,
    outcome: isDone ? 'done' : 'unknown',
  }))
  return { file, text, subject: draft?.subject, body: draft?.body, trailers }
}

/** What there is nothing to say of is left out. */
function withNotes(notes: readonly string[]): object {
  return notes.length === 0 ? {} : { notes }
}

function toCheck({ findings, counts, baseline, fixes, notes = [] }: CheckReport): object {
  return {
    diagnostics: findings.map(toDiagnostic),
    counts,
    ...(baseline && { baseline: toBaseline(baseline) }),
    ...(fixes && { fixed: toFixed(fixes) }),
    ...withNotes(notes),
  }
}

function toBaseline({ known, mended, outcome }: BaselineReport): object {
  return { known, mended, written: outcome === 'written' }
}

function toFixed({ count, files, outcome }: Fixes): object {
  const written = outcome === 'written' && count > 0
  return { findings: count, files: files.map(toChange), written }
}

function toChange({ file, added, removed }: FileSummary): object {
  return { file, added, removed }
}

function toDiagnostic({ diagnostic }: Finding): object {
  const { code, severity, message, file, start, end, help, fix } = diagnostic
  return { code, severity, message, file, start, end, help, fix }
}
