/**
 * Tells whether a version is one that comes before a release: `1.4.0-rc.1`.
 *
 * Source: https://semver.org/#spec-item-9
 */
export function isPreRelease(version: string): boolean {
  return PRE_RELEASE.test(version)
}

/** "1.4.0-", of "1.4.0-rc.1"; a day such as "2024-05-31" has no dot. */
const PRE_RELEASE = /^\d+(?:\.\d+)+-/u
