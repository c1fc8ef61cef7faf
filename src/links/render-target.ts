import { dirname, extname, relative } from 'node:path/posix'
import type { Link } from '../document/link.ts'
import type { PastTarget } from './classify-links.ts'
import type { LinkContext } from './link-context.ts'
import { encodePath, parseTarget } from './parse-target.ts'
import { resolveTarget } from './resolve-target.ts'

/** A link that does not lead where it led. */
export interface StrayLink {
  /** The document that it stands in. */
  readonly file: string
  readonly link: Link
  readonly past?: PastTarget | undefined
}

/**
 * Writes the target that makes a link lead where it led, in the manner of the one that is there.
 *
 * @returns `undefined` where what it led to is gone, or no target leads there.
 */
export function renderTarget(stray: StrayLink, after: LinkContext): string | undefined {
  const { file, link, past } = stray
  if (past?.place === undefined) return undefined
  const target = writeTarget(link.url, file, { ...past, place: past.place })
  return resolveTarget(target, file, after).status === 'dead' ? undefined : target
}

function writeTarget(url: string, file: string, past: Required<PastTarget>): string {
  const { place, origin, verdict } = past
  const { path } = parseTarget(url)
  const fragment = place.anchor === undefined ? '' : `#${encodeFragment(place.anchor, url)}`
  const [before = ''] = url.split('#')
  if (file === origin && place.file === verdict.file) return before + fragment
  // A link without a path and a fragment leads nowhere.
  if (place.file === file && fragment !== '') return fragment
  return relativePath(file, place.file, path) + before.slice(path.length) + fragment
}

function relativePath(from: string, to: string, written: string): string {
  const path = relative(dirname(from), to)
  const rendered = extname(written) === '.html' ? path.replace(MARKDOWN_EXTENSION, '.html') : path
  const prefix = written.startsWith('./') && !rendered.startsWith('.') ? './' : ''
  return prefix + encodePath(rendered)
}

/** "architecture.md" */
const MARKDOWN_EXTENSION = /\.md$/u

/** Letters of other scripts stay as they are, unless the link had them encoded. */
function encodeFragment(anchor: string, url: string): string {
  return url.includes('%') ? encodeURIComponent(anchor) : encodePath(anchor)
}
