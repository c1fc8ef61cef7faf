import type { Clock } from './clock.ts'
import { createPlaces, type Places } from './create-places.ts'

/** How a host is to be met. */
export interface HostLimits {
  /** Requests at the same time. */
  readonly concurrency: number
  /** Milliseconds from the start of one request to that of the next, at least. */
  readonly interval: number
}

/** What all hosts share. */
export interface QueuePorts {
  readonly clock: Clock
  /** Requests to all hosts at the same time. */
  readonly all: Places
  /** When nobody waits any more, in milliseconds since 1970. */
  readonly end: number
}

/** The requests to one host, one after another. */
export interface HostQueue {
  /**
   * Runs a task when its turn has come.
   *
   * @param refuse Gives what comes of it where it need not be run; who is refused holds nobody up.
   */
  run<Result>(task: () => Promise<Result>, refuse: () => Result | undefined): Promise<Result>
  /** Lets no task begin for so many milliseconds. */
  pause(milliseconds: number): void
}

/** Makes the queue of a host. */
export function createHostQueue(
  { concurrency, interval }: HostLimits,
  { clock, all, end }: QueuePorts,
): HostQueue {
  const own = createPlaces(concurrency)
  let next = 0
  const run = async <Result>(
    task: () => Promise<Result>,
    refuse: () => Result | undefined,
  ): Promise<Result> => {
    for (;;) {
      const refusal = refuse()
      if (refusal !== undefined) return refusal
      const wait = Math.min(next, end) - clock.now()
      if (wait > 0) {
        await clock.sleep(wait)
        continue
      }
      await all.enter()
      try {
        // While this one waited for its place among all, another may have met the host.
        if (clock.now() < next) continue
        next = clock.now() + interval
        return refuse() ?? (await task())
      } finally {
        all.leave()
      }
    }
  }
  return {
    run: async (task, refuse) => {
      await own.enter()
      try {
        return await run(task, refuse)
      } finally {
        own.leave()
      }
    },
    pause: (milliseconds) => {
      next = Math.max(next, clock.now() + milliseconds)
    },
  }
}
