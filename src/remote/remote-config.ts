import type { HostTable } from './access.ts'

/** What a repository says of links to the web; every key may be left out. */
export interface RemoteConfig {
  /** Days for which an answer counts. */
  readonly days?: number
  /** Days in a row on which something has to be dead before a run fails. */
  readonly patience?: number
  /** Seconds that all requests of a run may take. */
  readonly budget?: number
  /** Beginnings of URLs that are never asked for. */
  readonly skip?: readonly string[]
  /** Hosts, addresses and subnets that may be asked though they are private. */
  readonly allow?: readonly string[]
  readonly hosts?: HostTable
}
