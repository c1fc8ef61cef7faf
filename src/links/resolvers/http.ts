import { proveOrigin } from '../prove-origin.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Addresses on the web: proven against their source where the config names it, else not checked. */
export const http: ResolverDefinition = {
  summary: '`https://example.org/x`: proven by `origins`, without a network; else not checked',
  accepts: ({ scheme }) => scheme === 'http' || scheme === 'https' || scheme === '//',
  resolve: proveOrigin,
}
