import type { Palette } from './palette.ts'
import type { Report } from './report.ts'

/** A form that reports are printed in. */
export interface ReporterDefinition {
  /** One sentence, lower case, no full stop. */
  readonly summary: string
  /** Gives what goes to standard output, the last line's end included; empty where nothing does. */
  render(report: Report, palette: Palette): string
}
