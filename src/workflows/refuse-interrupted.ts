import { CrossoffError } from '../errors.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import type { AskedLinks } from './ask-links.ts'

/**
 * Ends a run that somebody wanted to end, when all that it learnt is kept.
 *
 * @param left Why nothing is kept, as it goes behind "and"; absent where it is.
 */
export function refuseInterrupted({ answers, interrupt }: AskedLinks, left?: string): void {
  if (interrupt === undefined) return
  const all = answers.size === 1 ? '1 address' : `${answers.size} addresses`
  const known = [...answers.values()].filter(({ status }) => status !== 'unknown').length
  const fate = left === undefined ? `which is kept in \`${LEDGER_FILE}\`` : `and ${left}`
  throw new CrossoffError(
    interrupt,
    known === 0
      ? `${interrupt} before anything was known of ${all}`
      : `${interrupt}: ${known} of ${all} ${known === 1 ? 'is' : 'are'} known, ${fate}`,
    { help: '`crossoff links update` asks for the rest' },
  )
}
