import { join } from 'node:path/posix'
import type { LinkContext } from './link-context.ts'
import type { Origin } from './link-options.ts'
import { type LinkVerdict, toUnknown } from './link-verdict.ts'
import { decodePercent, type LinkTarget } from './parse-target.ts'
import { proveFile } from './prove-file.ts'
import { tidyPath } from './tidy-path.ts'

/** Proves an address on the web against its source in the repository, where the config has one. */
export function proveOrigin(
  target: LinkTarget,
  fromFile: string,
  context: LinkContext,
): LinkVerdict {
  const found = findOrigin(target, context)
  if (found === undefined) return { ...toUnknown('not checked'), isRemote: true }
  const { origin, rest } = found
  const path = tidyPath(join(origin.path, rest))
  const file = candidates(path, rest).find((each) => context.kindOf(each) !== undefined)
  if (file === undefined) {
    const message = `nothing stands at \`${path}\`, the origin of \`${target.path}\``
    return { status: 'dead', part: 'target', code: 'link/missing-file', message }
  }
  return proveFile({ file, fromFile, fragment: target.fragment, slugs: origin.slugs }, context)
}

function candidates(path: string, rest: string): string[] {
  if (rest === '') return [path]
  const stem = path.replace(HTML, '')
  return [path, `${stem}.md`, join(stem, 'index.md'), join(stem, 'README.md')]
}

/** "guide.html" */
const HTML = /\.html$/u

/** The origin with the longest prefix, and the path behind it. */
function findOrigin(
  target: LinkTarget,
  context: LinkContext,
): { readonly origin: Origin; readonly rest: string } | undefined {
  const address = normalize(target.path)
  const matches = Object.entries(context.options.origins ?? {})
    .map(([url, origin]) => ({ prefix: normalize(url), origin }))
    .filter(({ prefix }) => address === prefix || address.startsWith(`${prefix}/`))
    .sort((a, b) => b.prefix.length - a.prefix.length)
  for (const { prefix, origin: entry } of matches) {
    const origin = typeof entry === 'string' ? { path: entry } : entry
    const rest = decodePercent(address.slice(prefix.length + 1))
    // A file has nothing below it: what is longer is another page.
    if (rest === '' || context.kindOf(tidyPath(origin.path)) !== 'file') {
      return { origin, rest }
    }
  }
  return undefined
}

/** Without scheme, query, fragment and closing slash; the host, as anywhere, in lower case. */
function normalize(url: string): string {
  const bare = url.replace(SCHEME, '').replace(QUERY, '')
  const slash = bare.indexOf('/')
  if (slash === -1) return bare.toLowerCase()
  const path = bare.slice(slash)
  return bare.slice(0, slash).toLowerCase() + (path.endsWith('/') ? path.slice(0, -1) : path)
}

/** "https://" */
const SCHEME = /^(?:https?:)?\/\//iu

/** "?raw=true#top" */
const QUERY = /[?#].*$/su
