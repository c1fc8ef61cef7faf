import { CrossoffError } from '../errors.ts'
import type { Arguments } from './arguments.ts'

/** Flags of which each has a meaning only where another one is given, or none of some others. */
export interface FlagRule {
  readonly flag: string
  /** One of these has to be given too. */
  readonly needs?: readonly string[]
  /** None of these may be given too. */
  readonly excludes?: readonly string[]
}

/**
 * Throws `usage` where flags are given that mean nothing together.
 *
 * @param words Words that were given and that rules take like flags, such as `check`.
 */
export function refuseContradictions(
  given: Arguments,
  rules: readonly FlagRule[],
  words: readonly string[],
): void {
  const isGiven = (name: string): boolean =>
    words.includes(name) ||
    given.text(name) !== undefined ||
    given.isOn(name) === true ||
    given.list(name).length > 0
  const typed = (name: string): string => (name === 'check' ? '`check`' : `\`--${name}\``)
  for (const { flag, needs, excludes = [] } of rules) {
    if (!isGiven(flag)) continue
    const other = excludes.find(isGiven)
    if (other !== undefined)
      throw new CrossoffError('usage', `${typed(flag)} and ${typed(other)} mean nothing together`)
    if (needs !== undefined && !needs.some(isGiven)) {
      throw new CrossoffError(
        'usage',
        `${typed(flag)} means nothing without ${needs.map(typed).join(' or ')}`,
      )
    }
  }
}
