import type { Edited, Parse } from '../../editing/edited.ts'
import type { ChangeType } from '../entry.ts'
import type { Changelog, Release } from './changelog.ts'
import type { EntryText } from './entry-text.ts'
import { insertBullets } from './insert-bullets.ts'
import { insertGroup } from './insert-group.ts'

/** Puts entries of one type into what is not released yet, below the type's group. */
export function insertEntries(
  changelog: Changelog,
  type: ChangeType,
  texts: readonly EntryText[],
  parse: Parse,
): Edited {
  const release = findUnreleased(changelog)
  if (release === undefined) throw new Error('nothing is told of what is not released yet')
  const group = release.groups.find((each) => each.type === type)
  if (group === undefined && !isFlat(changelog, release))
    return insertGroup(changelog, release, type, texts, parse)
  return insertBullets(changelog.document, (group ?? release).item, texts, parse)
}

/** The section of what is not released yet. */
export function findUnreleased({ releases }: Changelog): Release | undefined {
  return releases.find(({ isUnreleased }) => isUnreleased)
}

/** A release without groups shows how its changelog lists changes; an empty one is as the next. */
function isFlat({ releases }: Changelog, unreleased: Release): boolean {
  const sample = [unreleased, ...releases].find(
    ({ groups, entries }) => groups.some(({ type }) => type !== undefined) || entries.length > 0,
  )
  return sample?.groups.length === 0
}
