import { dirname, join } from 'node:path/posix'
import type { FileTree } from '../ports.ts'
import { tidyPath } from './tidy-path.ts'

/** What the repository has, and what it had. */
export interface TrackedPaths {
  readonly files: Pick<FileTree, 'kindOf' | 'files'>
  /** Tells whether a file or directory was in the repository once. */
  readonly wasTracked: (path: string) => boolean
}

/**
 * Finds the path that a text names where that was in the repository once and is gone.
 *
 * A word that looks like a path may be one of another repository, one that a build writes, or one that
 * is still to come: only what was tracked counts, and only where nothing of that name is left.
 *
 * @param fromFile The document that the text stands in.
 */
export function findGonePath(
  text: string,
  fromFile: string,
  { files, wasTracked }: TrackedPaths,
): string | undefined {
  const written = PATH.exec(text)?.[1]
  if (written === undefined || !NAME_OF_FILE.test(written)) return undefined
  const paths = findPaths(written, fromFile)
  if (paths.some((path) => path === '' || files.kindOf(path) !== undefined)) return undefined
  const gone = paths.find((path) => wasTracked(path))
  if (gone === undefined) return undefined
  // Seen from a folder that the text does not tell, such as that of a package.
  const ends = paths.map((path) => `/${path}`)
  const isElsewhere = (file: string): boolean =>
    ends.some((end) => file.endsWith(end) || file.includes(`${end}/`))
  return files.files().some(isElsewhere) ? undefined : gone
}

/** "src/oven.ts:12", "//bakery/oven/", "docs/oven.md#L3" */
const PATH = /^(\/{0,2}[\p{L}\p{N}_@+~.-]+(?:\/[\p{L}\p{N}_@+~.-]+)*)\/?(?::\d[\d:-]*|#\S*)?$/u

/** "src/oven", "oven.ts" */
const NAME_OF_FILE = /[^/]\/|[^./]\.[a-z]/iu

function findPaths(written: string, fromFile: string): string[] {
  const rooted = tidyPath(written)
  if (written.startsWith('/')) return [rooted]
  const near = join(dirname(fromFile), written)
  const isOutside = near === '..' || near.startsWith('../')
  return isOutside ? [] : [...new Set([tidyPath(near), rooted])]
}
