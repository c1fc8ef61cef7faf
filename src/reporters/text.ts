import type { Palette } from './palette.ts'
import { renderAnchors } from './render-anchors.ts'
import { renderChange } from './render-change.ts'
import { renderBlame } from './render-blame.ts'
import { renderCheck } from './render-check.ts'
import { renderDiff } from './render-diff.ts'
import { renderEvents } from './render-events.ts'
import { renderItems } from './render-items.ts'
import { renderFragments } from './render-fragments.ts'
import { renderLedgerChange } from './render-ledger-change.ts'
import { renderLedgerCheck } from './render-ledger-check.ts'
import { renderLink } from './render-link.ts'
import { renderLinks } from './render-links.ts'
import { renderLinksChange } from './render-links-change.ts'
import { renderSetup } from './render-setup.ts'
import type { Report } from './report.ts'
import type { ReporterDefinition } from './reporter.ts'

/** The form for people. */
export const text: ReporterDefinition = {
  summary: 'the form for people',
  render: (report, palette) => renderReport(report, palette),
}

function renderReport(report: Report, palette: Palette): string {
  switch (report.kind) {
    case 'items':
      return renderItems(report, palette)
    case 'item':
      return endLine(report.source)
    case 'anchors':
      return renderAnchors(report, palette)
    case 'check':
      return renderCheck(report, palette)
    case 'change':
      return renderChange(report, palette)
    case 'document':
      return report.text
    case 'diff':
      return renderDiff(report, palette)
    case 'events':
      return renderEvents(report, palette)
    case 'blame':
      return renderBlame(report, palette)
    case 'changelog':
      return report.text
    case 'fragments':
      return renderFragments(report, palette)
    case 'ledger-change':
      return renderLedgerChange(report, palette)
    case 'ledger-check':
      return renderLedgerCheck(report, palette)
    case 'message':
      return report.file === undefined ? report.text : ''
    case 'links':
      return renderLinks(report, palette)
    case 'link':
      return renderLink(report, palette)
    case 'links-change':
      return renderLinksChange(report, palette)
    case 'setup':
      return renderSetup(report, palette)
  }
}

/** The last item of a document may have no line end. */
function endLine(source: string): string {
  return /[\r\n]$/u.test(source) ? source : `${source}\n`
}
