/** Days of each unit of time, as people count them. */
const UNITS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, mo: 30, y: 365 }

/** Parses a span of time, `180d`, `2w`, `6m` or `1y`, into days; `undefined` where it is none. */
export function parseDays(text: string): number | undefined {
  const [, number, unit = ''] = SPAN.exec(text) ?? []
  const days = UNITS[unit]
  return number === undefined || days === undefined ? undefined : Number(number) * days
}

/** "180d" */
const SPAN = /^(\d{1,5})(d|w|mo|m|y)$/u

/** Counts the days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((new Date(to).getTime() - new Date(from).getTime()) / MILLISECONDS)
}

const MILLISECONDS = 24 * 60 * 60 * 1000
