import { join } from 'node:path/posix'
import type { FileTree } from '../../ports.ts'

/** Reads the files of a directory that have such names, one behind the other; empty where there are none. */
export function readNamed(
  directory: string,
  isNamed: (name: string) => boolean,
  files: FileTree,
): string {
  const names = files.list(directory).filter(isNamed)
  return names.map((name) => new TextDecoder().decode(files.read(join(directory, name)))).join('\n')
}
