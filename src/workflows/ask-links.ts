import { groupBy } from '../group-by.ts'
import type { RemoteLink } from '../links/list-remote-links.ts'
import type { Ledger } from '../remote/ledger.ts'
import type { PageQuery } from '../remote/ask-page.ts'
import type { InterruptName } from '../remote/interruption.ts'
import { listQueries } from '../remote/list-queries.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import {
  findFragmentDoubt,
  listNames,
  type RemoteTarget,
  toRemoteTarget,
} from '../remote/remote-target.ts'
import { updateLedger } from '../remote/update-ledger.ts'
import { askWeb, type WebOptions } from './ask-web.ts'
import type { Ports } from './ports.ts'
import { remoteSettings } from './remote-knowledge.ts'

/** What came of asking. */
export interface AskedLinks {
  /** By URL, without fragment. */
  readonly answers: ReadonlyMap<string, PageAnswer>
  readonly ledger: Ledger
  /** How the run was ended before all was asked for. */
  readonly interrupt?: InterruptName | undefined
}

/** What is asked for, and how. */
export interface AskOptions extends WebOptions {
  /** Whether what is known well enough is asked for too. */
  readonly isAll?: boolean
}

/**
 * Asks for those links of which too little is known. The wish to end the run ends only the asking: what
 * was learnt is for the caller to keep.
 */
export async function askLinks(
  links: readonly RemoteLink[],
  ledger: Ledger,
  options: AskOptions,
  ports: Ports,
): Promise<AskedLinks> {
  const { days, patience } = remoteSettings(ports.config)
  const today = ports.today()
  const due = listDue(links, ledger, ports, options.isAll)
  const interruption = await ports.watchInterrupts()
  const { signal } = interruption
  const answers = await askWeb(due, { ...options, interrupt: signal }, ports).finally(() => {
    interruption.release()
  })
  const next = updateLedger(ledger, answers, { today, days, patience })
  return { answers, ledger: next, interrupt: interruption.name() }
}

/**
 * Lists what has to be asked to know enough of links.
 *
 * @param isAll Whether what is known well enough is asked for too.
 */
export function listDue(
  links: readonly RemoteLink[],
  ledger: Ledger,
  { config, today }: Ports,
  isAll = false,
): PageQuery[] {
  const { skip, days } = remoteSettings(config)
  const settings = { today: today(), days: isAll ? 0 : days }
  return listQueries(listWanted(links, skip), ledger, settings)
}

/** The URLs of links, each with the fragments that a page can be asked for. */
function listWanted(
  links: readonly RemoteLink[],
  skip: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const targets = links
    .flatMap(({ target }) => toRemoteTarget(target) ?? [])
    .filter(({ url }) => !skip.some((beginning) => url.startsWith(beginning)))
  const fragmentsOf = (same: readonly RemoteTarget[]): string[] =>
    same.flatMap(listNames).filter(isProvable)
  return new Map(
    [...groupBy(targets, ({ url }) => url)]
      .map(([url, same]) => [url, [...new Set(fragmentsOf(same))].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function isProvable(fragment: string): boolean {
  return findFragmentDoubt(fragment) === undefined
}
