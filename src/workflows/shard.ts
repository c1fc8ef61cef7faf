/** One of several parts of a check, which as many jobs do. */
export interface Shard {
  /** 1-based. */
  readonly index: number
  readonly count: number
}
