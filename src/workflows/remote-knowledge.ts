import type { Ledger } from '../remote/ledger.ts'
import type { PageAnswer } from '../remote/page-answer.ts'
import type { RemoteKnowledge } from '../remote/prove-remote.ts'
import type { Ports } from './ports.ts'

/** Days for which an answer counts, and in a row on which something has to be dead. */
export const remoteDefaults = { days: 14, patience: 3 } as const

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
  const { patience = remoteDefaults.patience, skip = [] } = config.remote ?? {}
  const doubts = [...answers].flatMap(([url, answer]) =>
    answer.status === 'unknown' ? [[url, answer.reason] as const] : [],
  )
  return { ledger, doubts: new Map(doubts), patience: isKept ? patience : 0, skip }
}
