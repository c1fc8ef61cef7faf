import { CrossoffError } from '../errors.ts'
import type { Config } from './config.ts'
import { parseConfig } from './parse-config.ts'
import { parseConfigText } from './parse-config-text.ts'
import { rebaseConfig } from './rebase-config.ts'

/** A file that holds a config. */
export interface ConfigFile {
  readonly text: string
  /** Path from the repository's root. */
  readonly name: string
  /** The folder it stands in, from the repository's root; empty for the root. */
  readonly folder: string
}

/** Reads the config of a file; its paths, which start from its folder, then start from the root. */
export async function parseConfigFile(file: ConfigFile): Promise<Config> {
  const { text, name, folder } = file
  const isPackage = name === 'package.json' || name.endsWith('/package.json')
  const format = /\.ya?ml$/u.test(name) ? 'yaml' : 'json'
  const config = isPackage
    ? await parseConfig(await readSection(text, name), 'json', name)
    : await parseConfig(text, format, name)
  return rebaseConfig(config, folder)
}

async function readSection(text: string, name: string): Promise<string> {
  const value = await parseConfigText(text, 'json', name)
  if (typeof value === 'object' && value !== null && 'crossoff' in value)
    return JSON.stringify(value.crossoff)
  throw new CrossoffError('config', `\`${name}\` has no key \`crossoff\``, {
    help: 'put the config there, or name another file',
  })
}
