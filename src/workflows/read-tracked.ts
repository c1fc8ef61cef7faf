import { dirname } from 'node:path/posix'
import type { Ports } from './ports.ts'

/**
 * Makes a function that tells whether a file or directory was in the repository once.
 *
 * Throws `git` where there is no history.
 */
export async function readTracked(ports: Ports): Promise<(path: string) => boolean> {
  const { source } = await ports.openHistory()
  const paths = new Set<string>()
  for (const file of await source.removedPaths()) {
    for (let at = file; at !== '.' && !paths.has(at); at = dirname(at)) paths.add(at)
  }
  return (path) => paths.has(path)
}
