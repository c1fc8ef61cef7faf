import type { Release } from './commits/release.ts'
import type { Entry } from './entry.ts'
import type { ReleaseTitle } from './formats/format-definition.ts'

/**
 * Puts entries below the releases that have them first; what is in none yet comes first of all.
 *
 * @param releases Newest first; those without an entry are left out.
 */
export function groupByRelease(
  entries: readonly Entry[],
  releases: readonly Release[],
  now: Pick<ReleaseTitle, 'title' | 'date'>,
): ReleaseTitle[] {
  const found = [
    { ...now, entries: entries.filter(({ release }) => release === undefined) },
    ...releases.map(({ version, date }) => ({
      title: version,
      date: date.slice(0, 10),
      entries: entries.filter(({ release }) => release === version),
    })),
  ]
  return found.filter((release) => release.entries.length > 0)
}
