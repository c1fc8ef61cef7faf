import { toUnknown } from '../link-verdict.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Mail addresses. */
export const mailto: ResolverDefinition = {
  summary: '`mailto:me@example.org`: whether it has the form of an address',
  accepts: ({ scheme }) => scheme === 'mailto',
  resolve: ({ path }) => {
    return ADDRESS.test(path) ? { status: 'alive' } : toUnknown('the mail address is incomplete')
  },
}

/** "mailto:me@example.org" */
const ADDRESS = /^mailto:[^@\s]+@[^@\s]+$/iu
