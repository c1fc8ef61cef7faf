import { join } from 'node:path/posix'
import type { Book, PageReading } from './link-context.ts'
import { decodePercent, parseTarget } from './parse-target.ts'
import { tidyPath } from './tidy-path.ts'

/**
 * Reads which documents are chapters of a book; `undefined` where its summary does not tell.
 *
 * @returns Paths from the repository's root.
 */
export function readChapters(
  { src, hasOtherChapters }: Pick<Book, 'src' | 'hasOtherChapters'>,
  read: (file: string) => PageReading,
): ReadonlySet<string> | undefined {
  const reading = read(join(src, 'SUMMARY.md'))
  if (hasOtherChapters || reading.kind !== 'page' || reading.page.isOpen) return undefined
  const paths = reading.page.links.map(({ url }) => decodePercent(parseTarget(url).path))
  return new Set(paths.map((path) => tidyPath(join(src, path))))
}
