/** The forms of tags that name releases where nothing else is said. */
export const defaultTagPatterns: readonly string[] = ['v{version}', '{version}']

/**
 * Reads the version that a tag names.
 *
 * By the default patterns, `v1.4.0` names the version 1.4.0, and `2024.05` itself; `v1` and `nightly`
 * name none. Source: https://semver.org and https://calver.org
 *
 * @param patterns Of which the first that fits counts: `rye@{version}`, `release/{version}`.
 */
export function readVersion(tag: string, patterns: readonly string[]): string | undefined {
  for (const pattern of patterns) {
    const [before = '', ...rest] = pattern.split('{version}')
    const after = rest.join('{version}')
    if (tag.length <= before.length + after.length) continue
    if (!tag.startsWith(before) || !tag.endsWith(after)) continue
    const version = tag.slice(before.length, tag.length - after.length)
    if (VERSION.test(version) || DAY.test(version)) return version
  }
  return undefined
}

/** "1.4.0", "1.4.0-rc.1+rye", "24.04", "2024.05.1", "1.4rc1" */
const VERSION = /^\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]+|[a-z]+\d*)?$/iu
/** "2024-05-31" */
const DAY = /^\d{4}-\d\d-\d\d$/u
