import { groupBy } from '../group-by.ts'
import type { RemoteLink } from '../links/list-remote-links.ts'
import type { Ledger } from '../remote/ledger.ts'
import { listQueries } from '../remote/list-queries.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import { findFragmentDoubt, type RemoteTarget, toRemoteTarget } from '../remote/remote-target.ts'
import { updateLedger } from '../remote/update-ledger.ts'
import { askWeb, type WebOptions } from './ask-web.ts'
import type { Ports } from './ports.ts'
import { remoteDefaults } from './remote-knowledge.ts'

/** What came of asking. */
export interface AskedLinks {
  /** By URL, without fragment. */
  readonly answers: ReadonlyMap<string, PageAnswer>
  readonly ledger: Ledger
}

/** Asks for those links of which too little is known. */
export async function askLinks(
  links: readonly RemoteLink[],
  ledger: Ledger,
  options: WebOptions,
  ports: Ports,
): Promise<AskedLinks> {
  const { days = remoteDefaults.days, patience = remoteDefaults.patience } =
    ports.config.remote ?? {}
  const today = ports.today()
  const settings = { today, days }
  const queries = listQueries(listWanted(links, ports), ledger, settings)
  const answers = await askWeb(queries, options, ports)
  return { answers, ledger: updateLedger(ledger, answers, { today, days, patience }) }
}

/** The URLs of links, each with the fragments that a page can be asked for. */
function listWanted(
  links: readonly RemoteLink[],
  { config }: Ports,
): ReadonlyMap<string, readonly string[]> {
  const { skip = [] } = config.remote ?? {}
  const targets = links
    .flatMap(({ target }) => toRemoteTarget(target) ?? [])
    .filter(({ url }) => !skip.some((beginning) => url.startsWith(beginning)))
  const fragmentsOf = (same: readonly RemoteTarget[]): string[] =>
    same.flatMap(({ fragment }) => fragment ?? []).filter(isProvable)
  return new Map(
    [...groupBy(targets, ({ url }) => url)]
      .map(([url, same]) => [url, [...new Set(fragmentsOf(same))].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function isProvable(fragment: string): boolean {
  return findFragmentDoubt(fragment) === undefined
}
