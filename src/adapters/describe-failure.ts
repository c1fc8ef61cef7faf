import type { FetchFailure } from '../remote/fetch.ts'

/** Makes the error of a connection that crossoff does not make. */
export function refuse(reason: string): NodeJS.ErrnoException {
  return Object.assign(new Error(reason), { code: REFUSED })
}

const REFUSED = 'CROSSOFF_REFUSED'

/** Says why a request has no answer; no part of it that may be a secret is in the words. */
export function describeFailure(error: unknown): FetchFailure {
  const code = codeOf(error)
  if (code === REFUSED && error instanceof Error) return fail('refused', error.message)
  if (code === 'ENOTFOUND') return fail('unresolved', 'no host has the name')
  if (CERTIFICATE.test(code)) return fail('refused', `the certificate is not valid: ${code}`)
  if (LATE.test(code)) return fail('transient', 'it took too long')
  return fail('transient', REASONS[code] ?? 'the connection failed')
}

function fail(cause: FetchFailure['cause'], reason: string): FetchFailure {
  return { kind: 'failure', cause, reason }
}

/** What went wrong at several addresses is the first one's fault. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return ''
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** "CERT_HAS_EXPIRED" */
const CERTIFICATE = /CERT|^ERR_TLS|^UNABLE_TO_|^ERR_SSL|^EPROTO$/u

/** "UND_ERR_HEADERS_TIMEOUT" */
const LATE = /TIMEOUT|TIMEDOUT|TimeoutError/iu

const REASONS: Readonly<Record<string, string>> = {
  EAI_AGAIN: 'names cannot be looked up now',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the server hung up',
  UND_ERR_SOCKET: 'the server hung up',
  ENETUNREACH: 'there is no way there',
  EHOSTUNREACH: 'there is no way there',
}
