import { lstatSync } from 'node:fs'
import { encodeName } from './file-name.ts'
import { readBytes } from './disk-tree.ts'

/**
 * Reads a file of the index in the work tree; `undefined` where something else stands there.
 *
 * A symbolic link, of the file or of a folder above it, leads to a file that is another.
 */
export function readBeside(root: string, path: string): Uint8Array | undefined {
  const names = path.split('/')
  const isPlain = names.every((_, place) => {
    const status = lstatSync(encodeName([root, ...names.slice(0, place + 1)].join('/')), {
      throwIfNoEntry: false,
    })
    return place < names.length - 1 ? status?.isDirectory() === true : status?.isFile() === true
  })
  return isPlain ? readBytes(root, path) : undefined
}
