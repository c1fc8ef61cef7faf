import type { Link } from '../document/link.ts'
import type { Ignore } from './page.ts'

/**
 * Tells whether a comment may silence what the web says of a link: today it is there, and tomorrow it is not.
 *
 * @param links Those that only the web could prove.
 */
export function isForWeb({ codes, covers }: Ignore, links: readonly Link[]): boolean {
  const isMeant = codes.length === 0 || codes.some((code) => code.startsWith('remote/'))
  return (
    isMeant && links.some(({ urlSpan }) => urlSpan.start < covers.end && urlSpan.end > covers.start)
  )
}
