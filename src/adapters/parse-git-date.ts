/**
 * Parses a date as git prints it in its strict ISO form; the epoch where it is none that can be read.
 *
 * Versions of git write UTC in two ways, and a date that they cannot read in others still.
 */
export function parseGitDate(date: string): string {
  return ISO_DATE.test(date) ? date.replace('Z', '+00:00') : '1970-01-01T00:00:00+00:00'
}

/** Such as `2024-02-29T12:00:00+01:00`. */
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/u
