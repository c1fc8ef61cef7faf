import type { CheckReport } from './check-report.ts'
import type { Palette } from './palette.ts'

/** A form that findings are told in. */
export interface Reporter {
  /** Gives the whole of it, the last line's end included; empty where there is nothing to say. */
  render(report: CheckReport, palette: Palette): string
}
