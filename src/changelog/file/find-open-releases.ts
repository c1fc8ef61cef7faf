import type { Release } from '../commits/release.ts'
import type { Changelog } from './changelog.ts'

/**
 * Finds the releases that a changelog has yet to tell of: what they have is as good as unreleased.
 *
 * Somebody tagged them before the changelog was brought up to date, or skipped them. What is older
 * than all that it tells, it never was to tell: of a changelog without releases, all but the newest.
 *
 * @param releases Newest first.
 * @returns Versions.
 */
export function findOpenReleases(
  changelog: Changelog,
  releases: readonly Release[],
): ReadonlySet<string> {
  const told = new Set(
    changelog.releases.filter(({ isUnreleased }) => !isUnreleased).map(({ version }) => version),
  )
  const oldest = releases.findLastIndex(({ version }) => told.has(version))
  const open = releases.slice(0, oldest === -1 ? 1 : oldest).map(({ version }) => version)
  return new Set(open.filter((version) => !told.has(version)))
}
