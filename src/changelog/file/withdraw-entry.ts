import type { Edited, Parse } from '../../editing/edited.ts'
import { removeItem } from '../../editing/remove-item.ts'
import type { Changelog, Group, Release } from './changelog.ts'
import type { Recognized } from './recognized.ts'

/**
 * Takes an entry out, with the group that it leaves empty.
 *
 * A group stays where another one is empty too: then somebody keeps them ready for what will come.
 */
export function withdrawEntry(
  { document }: Changelog,
  { bullet, release }: Recognized,
  parse: Parse,
): Edited {
  const group = release.groups.find(({ item }) => item.children.includes(bullet.item))
  const isLast = group?.item.children.length === 1 && !isKept(group, release)
  return removeItem(document, isLast ? group.item : bullet.item, parse)
}

/** A label is nothing without its list. */
function isKept({ item }: Group, { groups }: Release): boolean {
  return item.kind === 'section' && (item.bodySpans.length > 0 || groups.some(isEmpty))
}

function isEmpty({ item }: Group): boolean {
  return item.children.length === 0 && item.bodySpans.length === 0
}
