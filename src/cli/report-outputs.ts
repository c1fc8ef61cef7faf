import type { ReporterName } from '../reporters/index.ts'

/** Where findings are told, and in which form each time. */
export interface ReportOutputs {
  /** The form on standard output. */
  readonly printed: ReporterName
  readonly files: readonly ReportFile[]
}

/** A file that a report is put into. */
export interface ReportFile {
  readonly format: ReporterName
  /** As it was typed: from where the command runs. */
  readonly file: string
}
