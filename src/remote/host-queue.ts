import type { Clock } from './clock.ts'
import { createPlaces, type Places } from './create-places.ts'

/** How a host is to be met. */
export interface HostLimits {
  /** Requests at the same time. */
  readonly concurrency: number
  /** Milliseconds from when one request is sent to when the next is, at least. */
  readonly interval: number
}

/** What all hosts share. */
export interface QueuePorts {
  readonly clock: Clock
  /** Requests to all hosts at the same time. */
  readonly all: Places
  /** When nobody waits any more, in milliseconds since 1970. */
  readonly end: number
  /** Ends all waiting. */
  readonly stop?: AbortSignal | undefined
}

/**
 * What is run when a host's turn has come.
 *
 * @param onSent Is to be told when the host meets it: the next one's turn counts from there.
 */
export type HostTask<Result> = (onSent: () => void) => Promise<Result>

/** The requests to one host, one after another. */
export interface HostQueue {
  /**
   * Runs a task when its turn has come.
   *
   * @param refuse Gives what comes of it where it need not be run; who is refused holds nobody up.
   */
  run<Result>(task: HostTask<Result>, refuse: () => Result | undefined): Promise<Result>
  /** Lets no task begin for so many milliseconds. */
  pause(milliseconds: number): void
  /** Lets at least so many milliseconds be between two tasks from now on. */
  slowDown(milliseconds: number): void
}

/** Makes the queue of a host. */
export function createHostQueue(
  { concurrency, interval: usual }: HostLimits,
  { clock, all, end, stop }: QueuePorts,
): HostQueue {
  const own = createPlaces(concurrency)
  let next = 0
  let interval = usual
  // Those who wait until the one whose turn it was is sent: a connection may take its time.
  const turn = createPlaces(1)
  const run = async <Result>(
    task: HostTask<Result>,
    refuse: () => Result | undefined,
    onSent: () => void,
  ): Promise<Result> => {
    for (;;) {
      const refusal = refuse()
      if (refusal !== undefined) return refusal
      const wait = Math.min(next, end) - clock.now()
      if (wait > 0) {
        await clock.sleep(wait, stop)
        continue
      }
      await all.enter()
      try {
        // A pause may have been asked for while this one waited for its place among all.
        if (clock.now() < next) continue
        // To knock at a door where nobody opens counts as well.
        next = clock.now() + interval
        return refuse() ?? (await task(onSent))
      } finally {
        all.leave()
      }
    }
  }
  return {
    run: async (task, refuse) => {
      await own.enter()
      await turn.enter()
      const leave = once(turn.leave)
      const onSent = (): void => {
        next = Math.max(next, clock.now() + interval)
        leave()
      }
      try {
        return await run(task, refuse, onSent)
      } finally {
        leave()
        own.leave()
      }
    },
    pause: (milliseconds) => {
      next = Math.max(next, clock.now() + milliseconds)
    },
    slowDown: (milliseconds) => {
      // The one that was sent last counts too.
      next += Math.max(0, milliseconds - interval)
      interval = Math.max(interval, milliseconds)
    },
  }
}

function once(run: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) run()
    isDone = true
  }
}
