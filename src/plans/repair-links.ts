import { dirname, extname, relative } from 'node:path/posix'
import type { Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import type { Anchor } from '../links/anchor.ts'
import type { BrokenLink } from '../links/find-broken-links.ts'
import type { LinkContext } from '../links/link-context.ts'
import { encodePath, parseTarget } from '../links/parse-target.ts'
import { resolveTarget } from '../links/resolve-target.ts'
import type { Operation } from './plan.ts'
import type { ItemHome } from './follow-items.ts'
import type { PlanResult } from './plan-result.ts'

/** What the repair of links looks at. */
export interface RepairSources {
  /** What the plan makes of the documents. */
  readonly result: PlanResult
  readonly before: LinkContext
  readonly after: LinkContext
  /** The links that the plan breaks. */
  readonly broken: readonly BrokenLink[]
}

/** Where a link must lead after a plan. */
interface Destination {
  readonly file: string
  /** Absent where the link means the whole file. */
  readonly anchor?: string
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
export function planLinkRepairs(sources: RepairSources): Operation[] {
  return [...sources.broken].reverse().flatMap((broken) => {
    const fromFile = originOf(broken, sources)
    const destination = findDestination(broken, fromFile, sources)
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

/** The document that a link stood in before the plan: a link goes along with its item. */
function originOf({ file, link }: BrokenLink, { result }: RepairSources): string {
  const changed = result.files.find((planned) => planned.file === file)
  if (changed === undefined) return file
  const holders = walkItems(changed.document.items)
    .map(({ item }) => item)
    .filter(({ span }) => span.start <= link.span.start && link.span.end <= span.end)
  const holder = holders.at(-1)
  const home = [...result.homes.values()].find((candidate) => candidate.item === holder)
  return home?.origin ?? file
}

function findDestination(
  { file, link }: BrokenLink,
  fromFile: string,
  sources: RepairSources,
): Destination | undefined {
  const verdict = resolveTarget(link.url, fromFile, sources.before)
  if (verdict.status !== 'alive' || verdict.file === undefined) return undefined
  const place =
    verdict.anchor === undefined
      ? { file: verdict.file }
      : followAnchor(verdict.file, verdict.anchor, sources)
  if (place === undefined) return undefined
  return { ...place, isSamePath: file === fromFile && place.file === verdict.file }
}

function followAnchor(
  file: string,
  anchor: Anchor,
  { result, after }: RepairSources,
): Pick<Destination, 'file' | 'anchor'> | undefined {
  if (!result.files.some((planned) => planned.file === file)) return { file, anchor: anchor.anchor }
  const home = homeOf(file, anchor, result.homes)
  if (home === undefined) return undefined
  if (anchor.kind === 'html') return { file: home.file, anchor: anchor.anchor }
  const index = after.anchors(home.file, after.slugsOf(home.file))
  const now = index?.anchors.find(
    (other) => other.kind !== 'html' && other.span.start === home.item.span.start,
  )
  return now === undefined ? undefined : { file: home.file, anchor: now.anchor }
}

/** Where the item stands now whose heading gave an anchor, or that held its tag. */
function homeOf(
  file: string,
  anchor: Anchor,
  homes: ReadonlyMap<Item, ItemHome>,
): ItemHome | undefined {
  let innermost: Item | undefined
  for (const [item, { origin }] of homes) {
    if (origin !== file || item.span.start > anchor.span.start || item.span.end < anchor.span.end)
      continue
    if (innermost === undefined || item.span.start >= innermost.span.start) innermost = item
  }
  if (innermost === undefined) return undefined
  const isOwnHeading = innermost.kind === 'section' && innermost.span.start === anchor.span.start
  return anchor.kind === 'html' || isOwnHeading ? homes.get(innermost) : undefined
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
