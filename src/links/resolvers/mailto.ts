import { type LinkVerdict, toUnknown } from '../link-verdict.ts'
import { decodePercent, type LinkTarget } from '../parse-target.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Mail addresses. */
export const mailto: ResolverDefinition = {
  summary: '`mailto:me@example.org`: whether it has the form of an address, or of several',
  accepts: ({ scheme }) => scheme === 'mailto',
  resolve: resolveMail,
}

/**
 * Looks at the addresses; those of the query, and one that is quoted, are as they are.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc6068#section-2
 */
function resolveMail({ path }: LinkTarget): LinkVerdict {
  const addresses = path.slice('mailto:'.length).split(',').map(decodePercent)
  const broken = addresses.find((each) => BROKEN.test(each.trim()))
  if (broken !== undefined) {
    return {
      status: 'dead',
      part: 'target',
      code: 'link/malformed',
      message: `\`${broken}\` is no mail address`,
    }
  }
  return addresses.every((each) => ADDRESS.test(each))
    ? { status: 'alive' }
    : toUnknown('the mail address is incomplete')
}

/** "me@example.org" */
const ADDRESS = /^[^@\s;]+@[^@\s;]+$/u

/** "@example.org", "me@", "me@example..org": where no mail can go to */
const BROKEN = /^@[^@]*$|^[^@"]+@$|^[^@"]+@(?:\.|[^@.\s]+(?:\.[^@.\s]+)*\.\.)/u
