import { readdirSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { join } from 'node:path/posix'
import { CrossoffError } from '../errors.ts'
import { reasonOf } from './system-error.ts'

/** Lists the files below a folder, by their paths from there, sorted by code unit; links are not followed. */
export function listFolder(folder: string, name: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(relative(folder, entry.parentPath).replaceAll(sep, '/'), entry.name))
      .sort()
  } catch (cause) {
    throw new CrossoffError('file-io', `\`${name}\` cannot be listed: ${reasonOf(cause)}`, {
      cause,
    })
  }
}
