import type { ReportForm } from '../reporters/render-report.ts'
import type { Report } from '../reporters/report.ts'
import type { Arguments } from './arguments.ts'
import type { ExitCode } from './exit-codes.ts'
import type { FlagDefinition } from './flag.ts'
import type { ReportOutputs } from './report-outputs.ts'
import type { Session, SessionOptions } from './session.ts'

/** An argument of a command that is no option. */
export interface ArgumentDefinition {
  /** In capitals. */
  readonly name: string
  readonly summary: string
  readonly isOptional?: boolean
  readonly isRepeatable?: boolean
}

/** A use of a command, as `--help` shows it. */
export interface CommandExample {
  readonly words: string
  readonly summary: string
}

/** What a command has to say, and what the process ends with. */
export interface Outcome {
  /** The form of the report, where the user chose one. */
  readonly format?: ReportForm | undefined
  /** Where a report of findings goes; absent for reports that only standard output takes. */
  readonly outputs?: ReportOutputs
  /** Absent where there is nothing to print. */
  readonly report?: Report
  readonly code: ExitCode
  /** What else to know, a sentence each, for standard error: where the report is a text to be kept. */
  readonly notes?: readonly string[]
  /** Where the report goes: 2 where standard output is kept for another result. */
  readonly stream?: 1 | 2
}

/** What a command runs with. */
export interface CommandContext {
  readonly arguments: Arguments
  /** Opens the repository that a path, or the working directory, belongs to. */
  open(options: SessionOptions): Promise<Session>
}

/** What a command's file says of it, as data and one function. */
export interface CommandBody {
  /** What the summary cannot say, a paragraph an entry. */
  readonly description?: readonly string[]
  readonly arguments: readonly ArgumentDefinition[]
  /** Its own options; those of every command are not repeated. */
  readonly flags: readonly FlagDefinition[]
  readonly examples: readonly CommandExample[]
  run(context: CommandContext): Promise<Outcome>
}

/** A command, as its registry names it. */
export interface CommandDefinition extends CommandBody {
  readonly name: string
  /** One sentence, lower case, no full stop. */
  readonly summary: string
}

/** A command in the list of all. */
export interface CommandSummary {
  readonly name: string
  readonly summary: string
}
