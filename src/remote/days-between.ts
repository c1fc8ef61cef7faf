/** Counts the days from one to another; both ISO 8601. */
export function daysBetween(from: string, to: string): number {
  return Math.round((new Date(to).getTime() - new Date(from).getTime()) / DAY)
}

/** Gives the day that is some days after another; both ISO 8601. */
export function addDays(day: string, count: number): string {
  return new Date(new Date(day).getTime() + count * DAY).toISOString().slice(0, 10)
}

const DAY = 86_400_000
