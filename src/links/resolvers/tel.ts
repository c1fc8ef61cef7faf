import { decodePercent } from '../parse-target.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Phone numbers. */
export const tel: ResolverDefinition = {
  summary: '`tel:+1-201-555-0123`: whether there is anything to dial',
  accepts: ({ scheme }) => scheme === 'tel',
  // A `#` that nobody encoded is a key of the phone.
  resolve: ({ url }) =>
    DIALLED.test(decodePercent(url.slice('tel:'.length)))
      ? { status: 'alive' }
      : {
          status: 'dead',
          part: 'target',
          code: 'link/malformed',
          message: 'the phone number has no digit',
        },
}

/**
 * "+1-201-555-0123", "*100#", "1-800-BAKERY"; what separates alone is no number. Only a number that begins
 * with `+` is the same everywhere, but phones dial others too.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc3966#section-3
 */
const DIALLED = /^[^;]*[\p{L}\p{N}*#]/u
