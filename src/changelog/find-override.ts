import type { Override } from './override.ts'

/** What an override is found by. */
export interface OverrideSubject {
  readonly key: string
  readonly item: string
  readonly title: string
  readonly commit: string
}

/** Finds what a person says of an entry: the first override that means it. */
export function findOverride<Found extends Override>(
  overrides: readonly Found[],
  subject: OverrideSubject,
): Found | undefined {
  return overrides.find(
    ({ item, commit }) =>
      (commit === undefined || subject.commit.startsWith(commit)) && means(item, subject),
  )
}

function means(item: string, { key, item: id, title }: OverrideSubject): boolean {
  return item === key || item === id || title.toLowerCase().startsWith(item.toLowerCase())
}
