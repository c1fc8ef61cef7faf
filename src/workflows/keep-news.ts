import type { Ledger } from '../remote/ledger.ts'
import { keepLinkLedger, readLinkLedger } from './link-ledger.ts'
import type { Ports } from './ports.ts'

/**
 * Writes what shards learnt of the web into the ledger of links, where the repository keeps one.
 *
 * @returns Why it could not be written, a sentence.
 */
export async function keepNews(news: readonly Ledger[], ports: Ports): Promise<readonly string[]> {
  if (news.length === 0) return []
  const stored = readLinkLedger(ports)
  if (stored === undefined) return []
  // What somebody learnt since is newer.
  const later = Object.fromEntries(
    news
      .flatMap((each) => Object.entries(each))
      .filter(([url, { day }]) => day >= (stored.ledger[url]?.day ?? '')),
  )
  return keepLinkLedger(stored, { ...stored.ledger, ...later }, ports)
}
