/** Counts the days from one to another; both ISO 8601. */
export function daysBetween(from: string, to: string): number {
  return Math.round((new Date(to).getTime() - new Date(from).getTime()) / DAY)
}

const DAY = 86_400_000
