import type { CheckReport } from './check-report.ts'
import type { Palette } from './palette.ts'

/** A form that findings are told in. */
export interface Reporter {
  /** What its reader should know of it, a paragraph. */
  readonly explanation: string
  /** Gives the whole of it, the last line's end included; empty where there is nothing to say. */
  render(report: CheckReport, context: ReportContext): string
  /** What its host shows beside; absent where there is no such thing. */
  readonly summary?: ReportSummary
}

/** What a report needs to know of the place that it is for. */
export interface ReportContext {
  /** Its colours; those of a file are none. */
  readonly palette: Palette
}

/** A text that a host takes from a file, to which others write too. */
export interface ReportSummary {
  /** The environment variable that names the file; there is none outside of the host. */
  readonly variable: string
  /** How long the file may be; what is longer, the host does not show at all. */
  readonly bytes: number
  /** @param bytes How much the file has room for. */
  render(report: CheckReport, bytes: number): string
}
