import { join } from 'node:path/posix'
import type { Origin } from '../links/link-options.ts'
import type { Config } from './config.ts'

/** Lets a config's paths and globs, which start from its folder, start from the repository's root. */
export function rebaseConfig(config: Config, folder: string): Config {
  if (folder === '') return config
  const rebase = (path: string): string => {
    const isNegated = path.startsWith('!')
    return `${isNegated ? '!' : ''}${join(folder, isNegated ? path.slice(1) : path)}`
  }
  const { documents, ignore, slugs, origins, archive } = config
  return {
    ...config,
    ...(documents && { documents: documents.map(rebase) }),
    ...(ignore && { ignore: ignore.map(rebase) }),
    ...(typeof slugs === 'object' && { slugs: mapKeys(slugs, rebase) }),
    ...(origins && { origins: mapValues(origins, (origin) => rebaseOrigin(origin, rebase)) }),
    ...(archive?.file !== undefined && { archive: { ...archive, file: rebase(archive.file) } }),
  }
}

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
