import type { Palette } from './palette.ts'
import { renderJson } from './render-json.ts'
import type { Report } from './report.ts'
import { type ReportKind, type ReportOf, views } from './views/index.ts'

/** How a report is printed: for people, or for programs. */
export type ReportForm = 'text' | 'json'

/** Renders a report; what is printed ends with the last line's end, and is empty where there is nothing to say. */
export async function renderReport(
  report: Report,
  form: ReportForm,
  palette: Palette,
): Promise<string> {
  return render(report.kind, report, form, palette)
}

async function render<Kind extends ReportKind>(
  kind: Kind,
  report: ReportOf[Kind],
  form: ReportForm,
  palette: Palette,
): Promise<string> {
  const view = await views[kind]()
  return form === 'json' ? renderJson(view.json(report)) : view.text(report, palette)
}
