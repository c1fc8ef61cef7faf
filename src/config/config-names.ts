import { CrossoffError } from '../errors.ts'

const PACKAGE = 'package.json'

/** The files that may hold a config, the one that `init` writes first. */
export const configNames: readonly string[] = [
  'crossoff.config.json',
  'crossoff.config.yaml',
  'crossoff.config.yml',
  '.crossoff.yaml',
  '.crossoff.yml',
  PACKAGE,
]

/**
 * Finds the config among a folder's files; two are an error, since nobody could tell which counts.
 *
 * @param names Those of `configNames` that the folder has.
 * @param readPackage Reads the folder's `package.json`, which counts where it has the key `crossoff`.
 */
export function findConfigName(
  names: readonly string[],
  folder: string,
  readPackage: () => string,
): string | undefined {
  const found = names.filter((name) => name !== PACKAGE || hasConfig(readPackage()))
  if (found.length > 1) {
    const place = folder === '' ? 'the root of the repository' : `\`${folder}\``
    const list = found.map((name) => `\`${name}\``).join(' and ')
    throw new CrossoffError('config', `${place} has more than one config: ${list}`, {
      help: 'keep one of them',
    })
  }
  return found[0]
}

/** A package without the word is most of them, and need not be parsed. */
function hasConfig(text: string): boolean {
  if (!text.includes('"crossoff"')) return false
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'crossoff')
  } catch {
    // What is wrong with a package is for its own tools to say.
    return false
  }
}
