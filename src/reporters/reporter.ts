import type { CheckReport } from './check-report.ts'
import type { Palette } from './palette.ts'

/** A form that findings are told in. */
export interface Reporter {
  /** Gives the whole of it, the last line's end included; empty where there is nothing to say. */
  render(report: CheckReport, context: ReportContext): string
}

/** What a report needs to know of the place that it is for. */
export interface ReportContext {
  /** Its colours; those of a file are none. */
  readonly palette: Palette
}
