import type { Config } from '../config/config.ts'
import type { Ledger } from '../remote/ledger.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import type { RemoteKnowledge } from '../remote/prove-remote.ts'
import type { RemoteConfig } from '../remote/remote-config.ts'
import type { Ports } from './ports.ts'

/** Days for which an answer counts, days in a row on which something has to be dead, and what is never asked for. */
export function remoteSettings({ remote = {} }: Config): Required<RemoteDays> {
  const { days = 14, patience = 3, skip = [] } = remote
  return { days, patience, skip }
}

type RemoteDays = Pick<RemoteConfig, 'days' | 'patience' | 'skip'>

/** What a run knows of the web. */
export interface KnowledgeSources {
  readonly ledger: Ledger
  /** Whether the repository keeps the ledger: else nobody counts days, and what is seen counts at once. */
  readonly isKept: boolean
  readonly answers?: ReadonlyMap<string, PageAnswer>
}

/** Gives what a check may go by. */
export function toKnowledge(
  { ledger, isKept, answers = new Map() }: KnowledgeSources,
  { config }: Ports,
): RemoteKnowledge {
  const { patience, skip } = remoteSettings(config)
  const doubts = [...answers].flatMap(([url, answer]) =>
    answer.status === 'unknown' ? [[url, answer.reason] as const] : [],
  )
  return { ledger, doubts: new Map(doubts), patience: isKept ? patience : 0, skip }
}
