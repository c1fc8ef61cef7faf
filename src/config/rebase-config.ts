import { join } from 'node:path/posix'
import type { ChangelogConfig } from '../changelog/changelog-config.ts'
import { CrossoffError } from '../errors.ts'
import type { Origin } from '../links/link-options.ts'
import type { Config, SlugsChoice } from './config.ts'

/**
 * Lets a config's paths and globs, which start from its folder, start from the repository's root.
 *
 * Throws `config` where an origin is outside of the repository.
 */
export function rebaseConfig(config: Config, folder: string): Config {
  refuseOutside(config, folder)
  if (folder === '') return config
  const rebase = (path: string): string => {
    const isNegated = path.startsWith('!')
    return `${isNegated ? '!' : ''}${join(folder, isNegated ? path.slice(1) : path)}`
  }
  const { documents, ignore, slugs, origins, archive, changelog } = config
  return {
    ...config,
    ...(documents && { documents: documents.map(rebase) }),
    ...(ignore && { ignore: ignore.map(rebase) }),
    ...(isByGlob(slugs) && { slugs: mapKeys(slugs, rebase) }),
    ...(origins && { origins: mapValues(origins, (origin) => rebaseOrigin(origin, rebase)) }),
    ...(archive?.file !== undefined && { archive: { ...archive, file: rebase(archive.file) } }),
    ...(changelog && { changelog: rebaseChangelog(changelog, rebase) }),
  }
}

/** Lists and names are for all documents. */
function isByGlob(slugs: Config['slugs']): slugs is Readonly<Record<string, SlugsChoice>> {
  return typeof slugs === 'object' && !Array.isArray(slugs)
}

function rebaseChangelog(
  { file, overrides, template, tags, ...rest }: ChangelogConfig,
  rebase: (path: string) => string,
): ChangelogConfig {
  return {
    ...rest,
    ...(file !== undefined && { file: rebase(file) }),
    ...(overrides !== undefined && { overrides: rebase(overrides) }),
    ...(template !== undefined && { template: rebase(template) }),
    ...(tags !== undefined && { tags: typeof tags === 'string' ? tags : mapKeys(tags, rebase) }),
  }
}

/** No link could ever be proven by what the repository does not have. */
function refuseOutside({ origins }: Config, folder: string): void {
  for (const [url, origin] of Object.entries(origins ?? {})) {
    const path = typeof origin === 'string' ? origin : origin.path
    if (!path.startsWith('/') && !OUTSIDE.test(join(folder, path))) continue
    throw new CrossoffError(
      'config',
      `the origin \`${url}\` is \`${path}\`, which is not in the repository`,
      { help: 'expected a file or folder of the repository, from the config’s folder' },
    )
  }
}

/** "../web" */
const OUTSIDE = /^\.\.(?:\/|$)/u

function rebaseOrigin(origin: string | Origin, rebase: (path: string) => string): string | Origin {
  return typeof origin === 'string' ? rebase(origin) : { ...origin, path: rebase(origin.path) }
}

function mapKeys<Value>(
  record: Readonly<Record<string, Value>>,
  map: (key: string) => string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [map(key), value]))
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
