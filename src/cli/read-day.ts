import { CrossoffError } from '../errors.ts'
import type { Arguments } from './arguments.ts'

/** Reads the value of an option as a calendar date; throws `usage` where it is none. */
export function readDay(given: Arguments, flag: string): string | undefined {
  const day = given.text(flag)
  if (day === undefined || isDay(day)) return day
  throw new CrossoffError('usage', `\`--${flag} ${day}\` is no date`, {
    help: 'expected one such as `2024-02-29`',
  })
}

/** There is no 30th of February. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** "2024-02-29" */
const DAY = /^\d{4}-\d\d-\d\d$/u
