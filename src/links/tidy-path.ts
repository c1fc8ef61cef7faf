import { join } from 'node:path/posix'

/** Writes a path as a tree of files has it: from the root, without `.`, `..` and outer slashes. */
export function tidyPath(path: string): string {
  const rooted = join('/', path)
  return rooted.slice(1, rooted.length > 1 && rooted.endsWith('/') ? -1 : undefined)
}
