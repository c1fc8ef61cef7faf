/**
 * Reads how many milliseconds a server wants to be left alone; `undefined` where it does not say.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 *
 * @param now Milliseconds since 1970.
 */
export function parseRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined
  if (SECONDS.test(text.trim())) return Number(text) * 1000
  const date = new Date(text).getTime()
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** "120" */
const SECONDS = /^\d+$/u
