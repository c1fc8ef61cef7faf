/** The words a {@link CrossoffError} is told apart by; stable, for programs. */
export type CrossoffErrorCode =
  | 'usage'
  | 'config'
  | 'not-utf8'
  | 'no-document'
  | 'item-missing'
  | 'item-ambiguous'
  | 'item-changed'
  | 'plan-invalid'
  | 'operation-refused'
  | 'verification-failed'
  | 'edit-overlap'
  | 'file-missing'
  | 'file-changed'
  | 'file-io'
  | 'git'
  | 'engine'
  | 'ledger-invalid'
  | 'baseline-invalid'
  | 'interrupted'
  | 'terminated'
  | 'report-invalid'

/**
 * Says why crossoff cannot run: bad usage, an unreadable file, a selector that names no item.
 *
 * The only class that crossoff throws on purpose; the command line turns it into exit code 2, or into
 * that of a signal.
 * A finding about a document is never thrown: it is a `Diagnostic`.
 */
export class CrossoffError extends Error {
  /** What kind of error this is. */
  readonly code: CrossoffErrorCode
  /** The next step, one sentence a line; empty where the message says it all. */
  readonly help: string

  constructor(
    code: CrossoffErrorCode,
    message: string,
    options: { readonly help?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'CrossoffError'
    this.code = code
    this.help = options.help ?? ''
  }
}
