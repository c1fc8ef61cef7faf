import { join } from 'node:path/posix'
import type { FileTree } from '../../ports.ts'

/** Reads the first file of a directory that has such a name; empty where there is none. */
export function readNamed(
  directory: string,
  isNamed: (name: string) => boolean,
  files: FileTree,
): string {
  const name = files.list(directory).find(isNamed)
  return name === undefined ? '' : new TextDecoder().decode(files.read(join(directory, name)))
}
