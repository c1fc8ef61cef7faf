import { type LinkVerdict, toUnknown } from '../link-verdict.ts'
import { decodePercent, type LinkTarget } from '../parse-target.ts'
import type { ResolverDefinition } from './resolver.ts'

/** Data that the link itself holds. */
export const data: ResolverDefinition = {
  summary: '`data:image/png;base64,iVBORw0KGgo=`: whether a browser can read it',
  accepts: ({ scheme }) => scheme === 'data',
  resolve: resolveData,
}

/**
 * Reads the data as browsers do, which take nearly everything.
 *
 * Source: https://fetch.spec.whatwg.org/#data-url-processor, https://www.rfc-editor.org/rfc/rfc2397
 */
function resolveData({ url }: LinkTarget): LinkVerdict {
  const [whole = ''] = url.slice('data:'.length).split('#')
  if (ELIDED.test(whole)) return toUnknown('the data is left out')
  const comma = whole.indexOf(',')
  if (comma === -1) return toMalformed('no comma stands before the data')
  if (!BASE64.test(whole.slice(0, comma))) return { status: 'alive' }
  const letters = decodePercent(whole.slice(comma + 1)).replaceAll(SPACE, '')
  const bare = letters.length % 4 === 0 ? letters.replace(PADDING, '') : letters
  return LETTERS.test(bare) && bare.length % 4 !== 1
    ? { status: 'alive' }
    : toMalformed('the data is not base64')
}

function toMalformed(message: string): LinkVerdict {
  return { status: 'dead', part: 'target', code: 'link/malformed', message }
}

/** "data:image/png;base64,..." */
const ELIDED = /\.{3}|…/u

/** "image/png;base64" */
const BASE64 = /; *base64$/iu

/** "iVBO Rw0K" */
const SPACE = /[\t\n\f\r ]/gu

/** "iVBORw==" */
const PADDING = /={1,2}$/u

/** "iVBORw0KGgo" */
const LETTERS = /^[A-Za-z\d+/]*$/u
