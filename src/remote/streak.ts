import { addDays, daysBetween } from './days-between.ts'

/** Days on which something was seen to be dead, none of them after one on which it was alive. */
export interface Streak {
  /** The first of them. */
  readonly since: string
  /** The last of them. */
  readonly day: string
  /** How many they are, where that is too few to be sure whatever lies between. */
  readonly seen?: number | undefined
}

/** So often it has to be seen: two days far apart may be two bad days, and nobody knows of those between. */
const SIGHTINGS = 3

/** Tells whether something was dead for long enough, and was seen often enough. */
export function isSure({ since, day, seen = SIGHTINGS }: Streak, patience: number): boolean {
  return daysBetween(since, day) >= patience && seen >= sightings(patience)
}

/** Gives the first day on which it can be sure. */
export function findSureDay({ since, day, seen }: Streak, patience: number): string {
  const missing = sightings(patience) - (seen ?? (since === day ? 1 : SIGHTINGS))
  const [early, late] = [addDays(since, patience), addDays(day, Math.max(0, missing))].sort()
  return late ?? early ?? day
}

/** One day a run is enough for whoever waits for none. */
function sightings(patience: number): number {
  return Math.min(patience + 1, SIGHTINGS)
}

/** Counts nothing, on a day when nobody could tell, so that the day by itself says no more than was seen. */
export function keepCount<Known extends { readonly since?: string; readonly seen?: number }>(
  known: Known,
  day: string,
): Known {
  return known.since === day && known.seen === undefined ? { ...known, seen: 1 } : known
}

/**
 * Counts another day.
 *
 * @param old What was seen before; absent where it was alive, or nobody knew.
 */
export function countDay(
  old: Streak | undefined,
  today: string,
): Pick<Streak, 'since'> & { readonly seen?: number } {
  if (old === undefined) return { since: today }
  const { since, day, seen } = old
  const before = seen ?? (since === day ? 1 : SIGHTINGS)
  const count = day < today ? before + 1 : before
  return { since, ...(count > 1 && count < SIGHTINGS && { seen: count }) }
}
