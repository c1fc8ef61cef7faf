import type { Clock } from './clock.ts'

/** How a host is to be met. */
export interface HostLimits {
  /** Requests at the same time. */
  readonly concurrency: number
  /** Milliseconds from the start of one request to that of the next, at least. */
  readonly interval: number
}

/** The requests to one host, one after another. */
export interface HostQueue {
  /** Runs a task when its turn has come. */
  run<Result>(task: () => Promise<Result>): Promise<Result>
  /** Lets no task begin for so many milliseconds. */
  pause(milliseconds: number): void
}

/** Makes the queue of a host. */
export function createHostQueue({ concurrency, interval }: HostLimits, clock: Clock): HostQueue {
  const waiting: (() => void)[] = []
  let running = 0
  let next = 0
  const enter = async (): Promise<void> => {
    if (running < concurrency) running++
    // Who leaves hands the place on.
    else await new Promise<void>((resolve) => waiting.push(resolve))
    // Others may have begun, or a pause may have been asked for, while this one slept.
    for (let now = clock.now(); now < next; now = clock.now()) await clock.sleep(next - now)
    next = clock.now() + interval
  }
  const leave = (): void => {
    const first = waiting.shift()
    if (first === undefined) running--
    else first()
  }
  return {
    run: async (task) => {
      await enter()
      try {
        return await task()
      } finally {
        leave()
      }
    },
    pause: (milliseconds) => {
      next = Math.max(next, clock.now() + milliseconds)
    },
  }
}
