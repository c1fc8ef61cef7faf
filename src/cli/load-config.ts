import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { reasonOf } from '../adapters/system-error.ts'
import type { Config } from '../config/config.ts'
import { configNames, findConfigName } from '../config/config-names.ts'
import { CrossoffError } from '../errors.ts'

/** Where a config is looked for; absolute paths. */
export interface ConfigSearch {
  readonly directory: string
  /** The last folder that is looked into. */
  readonly root: string
  /** What the config's path, as it was typed, starts from. */
  readonly base: string
  /** The config that the user named. */
  readonly file?: string | undefined
}

/** Reads the config that the user named, or the nearest one up to the repository's root; else an empty one. */
export async function loadConfig(search: ConfigSearch): Promise<Config> {
  const path = search.file === undefined ? findConfig(search) : resolve(search.base, search.file)
  if (path === undefined) return {}
  // A project without a config must not wait for the schema to load.
  const { parseConfigFile } = await import('../config/parse-config-file.ts')
  const name = fromRoot(search.root, path)
  const text = readConfig(path, name)
  return parseConfigFile({ text, name, folder: fromRoot(search.root, dirname(path)) })
}

function fromRoot(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

function findConfig({ directory, root }: ConfigSearch): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    const name = findConfigName(readNames(folder), fromRoot(root, folder), () =>
      readConfig(join(folder, 'package.json'), 'package.json'),
    )
    if (name !== undefined) return join(folder, name)
    if (folder === root || dirname(folder) === folder) return undefined
  }
}

/** The names in question that a folder has; listing a folder costs less than asking for each. */
function readNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = new Set(readdirSync(folder))
  return configNames.filter((name) => names.has(name))
}

function readConfig(path: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    throw new CrossoffError('config', `the config \`${name}\` cannot be read: ${reasonOf(cause)}`, {
      cause,
    })
  }
}
