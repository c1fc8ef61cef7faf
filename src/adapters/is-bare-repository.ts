import { statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a folder is a repository without a work tree, as `git clone --bare` makes it.
 *
 * Told by what git itself looks for. Source: https://git-scm.com/docs/gitrepository-layout
 */
export function isBareRepository(folder: string): boolean {
  return ['HEAD', 'objects', 'refs'].every(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined,
  )
}
