import { defaultTagPatterns, readVersion } from '../changelog/commits/read-version.ts'
import { CrossoffError } from '../errors.ts'
import type { Arguments } from './arguments.ts'

/** Reads `--release` as a version, without the `v` before it; throws `usage` where it is none. */
export function readRelease(given: Arguments): string | undefined {
  const typed = given.text('release')
  if (typed === undefined) return undefined
  const version = readVersion(typed, defaultTagPatterns)
  if (version !== undefined) return version
  throw new CrossoffError('usage', `\`--release ${typed}\` is no version`, {
    help: 'expected one such as `1.4.0` or `2024.05`',
  })
}
