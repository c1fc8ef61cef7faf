import { dirname, extname, relative } from 'node:path/posix'
import type { BrokenLink, LinkPlace, LinkTrace } from '../links/find-broken-links.ts'
import type { LinkContext } from '../links/link-context.ts'
import { encodePath, parseTarget } from '../links/parse-target.ts'
import { resolveTarget } from '../links/resolve-target.ts'
import type { Operation } from './plan.ts'

/** What the repair of links looks at. */
export interface RepairSources {
  readonly before: LinkContext
  readonly after: LinkContext
  /** Where the plan takes links and their targets. */
  readonly trace: LinkTrace
  /** The links that the plan breaks. */
  readonly broken: readonly BrokenLink[]
}

/** The splice that makes one link follow its item. */
export type LinkRepair = Extract<Operation, { readonly op: 'splice' }> & { readonly file: string }

/** Where a link must lead after a plan. */
interface Destination extends LinkPlace {
  /** Whether the link's path still leads there. */
  readonly isSamePath: boolean
}

/**
 * Plans the splices that make links follow the items that a plan renames or moves.
 *
 * A link to an item that the plan drops has nowhere to lead, and is left out.
 *
 * @returns Splices to put behind the plan's own operations, from the end of each document on.
 */
export function planLinkRepairs(sources: RepairSources): LinkRepair[] {
  return [...sources.broken].reverse().flatMap((broken) => {
    const destination = findDestination(broken, sources)
    const reading = sources.after.page(broken.file)
    if (destination === undefined || reading.kind !== 'page') return []
    const { start, end } = broken.link.urlSpan
    const expect = reading.page.source.text.slice(start, end)
    const text = renderTarget(broken, destination)
    return resolveTarget(text, broken.file, sources.after).status === 'dead'
      ? []
      : [{ op: 'splice', file: broken.file, start, end, text, expect }]
  })
}

function findDestination(
  { file, link }: BrokenLink,
  { before, trace }: RepairSources,
): Destination | undefined {
  const origin = trace.originOf(file, link)
  const verdict = resolveTarget(link.url, origin, before)
  if (verdict.status !== 'alive') return undefined
  const place = trace.follow(verdict)
  if (place === undefined) return undefined
  return { ...place, isSamePath: file === origin && place.file === verdict.file }
}

/** Writes a target as the one was written that it stands for. */
function renderTarget({ file, link }: BrokenLink, destination: Destination): string {
  const { url } = link
  const { path } = parseTarget(url)
  const fragment =
    destination.anchor === undefined ? '' : `#${encodeFragment(destination.anchor, url)}`
  const [before = ''] = url.split('#')
  if (destination.isSamePath) return before + fragment
  if (destination.file === file) return fragment
  return relativePath(file, destination.file, path) + before.slice(path.length) + fragment
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
