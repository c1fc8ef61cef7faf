import type { Entry } from '../entry.ts'
import type { Release } from './changelog.ts'

/** Tells whether a section is where an entry would stand: that of its release, or of what is not released yet. */
export function isOfItsTime({ isUnreleased, version }: Release, { release }: Entry): boolean {
  return isUnreleased || (version !== undefined && version === release)
}
