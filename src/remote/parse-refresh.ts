/** Where a page sends its readers. */
export interface Refresh {
  /** How long they see it first. */
  readonly seconds: number
  /** As written. */
  readonly url: string
}

/**
 * Reads what `<meta http-equiv="refresh">` says; `undefined` where it says nothing, or loads the page anew.
 *
 * Source: https://html.spec.whatwg.org/multipage/document-lifecycle.html#shared-declarative-refresh-steps
 */
export function parseRefresh(content: string): Refresh | undefined {
  const { time, rest = '' } = TIME.exec(content)?.groups ?? {}
  if (time === undefined) return undefined
  const target = rest.trim().replace(PART, '').replace(KEY, '')
  const [quote = ''] = target
  const isQuoted = quote === '"' || quote === "'"
  const url = isQuoted ? (target.slice(1).split(quote, 1)[0] ?? '') : target
  if (url === '') return undefined
  // ".5" is less than a second.
  return { seconds: Math.trunc(Number.parseFloat(`0${time}`)), url }
}

/** "0;" */
const TIME = /^\s*(?<time>[\d.]+)(?<rest>[;,\s].*)$/su

/** "; " */
const PART = /^[;,]\s*/u

/** "url=" */
const KEY = /^url\s*=\s*/iu
