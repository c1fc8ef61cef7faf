import type { Item } from '../document/document.ts'
import type { Link } from '../document/link.ts'
import { walkItems } from '../document/walk-items.ts'
import type { Anchor } from '../links/anchor.ts'
import type { LinkPlace, LinkTrace } from '../links/find-broken-links.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { ItemHome } from './follow-items.ts'
import type { PlanResult } from './plan-result.ts'

/** Makes what a plan knows of its items tell where links and their targets went. */
export function traceLinks(result: PlanResult, after: LinkContext): LinkTrace {
  const homes = new Map<Item, ItemHome>()
  for (const home of result.homes.values()) homes.set(home.item, home)
  return {
    originOf: (file, link) => originOf(file, link, result, homes),
    follow: ({ file, anchor }) => {
      if (file === undefined) return undefined
      return anchor === undefined ? { file } : followAnchor(file, anchor, result, after)
    },
  }
}

/** A link goes along with its item. */
function originOf(
  file: string,
  link: Link,
  { files }: PlanResult,
  homes: ReadonlyMap<Item, ItemHome>,
): string {
  const changed = files.find((planned) => planned.file === file)
  if (changed === undefined) return file
  const holder = walkItems(changed.document.items).findLast(
    ({ item: { span } }) => span.start <= link.span.start && link.span.end <= span.end,
  )
  return (holder && homes.get(holder.item))?.origin ?? file
}

function followAnchor(
  file: string,
  anchor: Anchor,
  { files, homes }: PlanResult,
  after: LinkContext,
): LinkPlace | undefined {
  const unchanged = { file, anchor: anchor.anchor }
  if (!files.some((planned) => planned.file === file)) return unchanged
  const holder = findHolder(file, anchor, homes)
  // An anchor before all items stays where it is.
  if (holder === undefined) return isInside(file, anchor, after) ? unchanged : undefined
  const { home, isHeading } = holder
  if (anchor.kind === 'html') return { file: home.file, anchor: anchor.anchor }
  if (!isHeading)
    return isInside(home.file, anchor, after) ? { ...unchanged, file: home.file } : undefined
  const index = after.anchors(home.file, after.slugsOf(home.file))
  const now = index?.anchors.find(
    (other) => other.kind !== 'html' && other.span.start === home.item.span.start,
  )
  return now === undefined ? undefined : { file: home.file, anchor: now.anchor }
}

function isInside(file: string, { anchor }: Anchor, after: LinkContext): boolean {
  return after.anchors(file, after.slugsOf(file))?.byName.has(anchor) === true
}

/** The item whose heading gave an anchor, or that holds its tag or its heading. */
function findHolder(
  file: string,
  anchor: Anchor,
  homes: ReadonlyMap<Item, ItemHome>,
): { readonly home: ItemHome; readonly isHeading: boolean } | undefined {
  let holder: [Item, ItemHome] | undefined
  for (const [item, home] of homes) {
    const { start, end } = item.span
    if (home.origin !== file || start > anchor.span.start || end < anchor.span.end) continue
    if (holder === undefined || start >= holder[0].span.start) holder = [item, home]
  }
  if (holder === undefined) return undefined
  const [item, home] = holder
  return { home, isHeading: item.kind === 'section' && item.span.start === anchor.span.start }
}
