import type { Report } from '../report.ts'
import type { View } from './view.ts'

/** What is shown. */
export type ReportKind = Report['kind']

/** The reports by their kinds. */
export type ReportOf = { readonly [Kind in ReportKind]: Extract<Report, { kind: Kind }> }

/** How each kind of report is shown, loaded when there is one. */
export const views: {
  readonly [Kind in ReportKind]: () => Promise<View<ReportOf[Kind]>>
} = {
  items: async () => (await import('./items.ts')).items,
  item: async () => (await import('./item.ts')).item,
  anchors: async () => (await import('./anchors.ts')).anchors,
  check: async () => (await import('./check.ts')).check,
  change: async () => (await import('./change.ts')).change,
  document: async () => (await import('./document.ts')).document,
  setup: async () => (await import('./setup.ts')).setup,
  diff: async () => (await import('./diff.ts')).diff,
  events: async () => (await import('./events.ts')).events,
  blame: async () => (await import('./blame.ts')).blame,
  changelog: async () => (await import('./changelog.ts')).changelog,
  fragments: async () => (await import('./fragments.ts')).fragments,
  'ledger-change': async () => (await import('./ledger-change.ts')).ledgerChange,
  'ledger-check': async () => (await import('./ledger-check.ts')).ledgerCheck,
  message: async () => (await import('./message.ts')).message,
  links: async () => (await import('./links.ts')).links,
  link: async () => (await import('./link.ts')).link,
  'links-change': async () => (await import('./links-change.ts')).linksChange,
}
