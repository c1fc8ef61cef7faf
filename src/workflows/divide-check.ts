import { createHash } from 'node:crypto'
import { createWebTest } from '../links/create-web-test.ts'
import type { LinkContext } from '../links/link-context.ts'
import { memoize } from '../links/memoize.ts'
import { parseTarget } from '../links/parse-target.ts'
import type { Share } from '../links/share.ts'
import { toRemoteTarget } from '../remote/remote-target.ts'
import type { Shard } from './shard.ts'

/**
 * Gives each document to one shard; and where the web is asked, each link to it to the shard that has its
 * host, whatever document it stands in, so that one job meets a host.
 *
 * It goes by the name alone: a document or host that comes moves no other.
 */
export function divideCheck(
  { index, count }: Shard,
  isOnline: boolean,
): (context: LinkContext) => Share {
  const isOwn = memoize((name: string) => numberOf(name, count) === index)
  if (!isOnline) return () => ({ hasDocument: isOwn })
  return (context) => {
    const isOnWeb = createWebTest(context)
    return {
      hasDocument: isOwn,
      hasLink: (link, file) => {
        const target = toRemoteTarget(parseTarget(link.url))
        return isOwn(target !== undefined && isOnWeb(link, file) ? new URL(target.url).host : file)
      },
    }
  }
}

/** The first four bytes of a hash are as good as a number of a die with so many sides. */
function numberOf(name: string, count: number): number {
  return (createHash('sha256').update(name).digest().readUInt32BE(0) % count) + 1
}
