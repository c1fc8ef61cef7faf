import type { Clock } from '../../src/remote/clock.ts'

/** A clock whose time passes only when everybody sleeps. */
export interface VirtualClock extends Clock {
  /** Lets time pass until a promise is settled. */
  run<Result>(promise: Promise<Result>): Promise<Result>
}

/** Makes a clock that begins at a moment, in milliseconds since 1970. */
export function createVirtualClock(start = 0): VirtualClock {
  let now = start
  const sleepers: { readonly until: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((wake) => {
        if (signal?.aborted === true) {
          wake()
          return
        }
        signal?.addEventListener('abort', () => wake())
        sleepers.push({ until: now + milliseconds, wake })
        sleepers.sort((a, b) => a.until - b.until)
      }),
    run: async (promise) => {
      const state = { isOver: false }
      const end = (): void => {
        state.isOver = true
      }
      promise.then(end, end)
      for (;;) {
        await new Promise(setImmediate)
        if (state.isOver) return promise
        const next = sleepers.shift()
        if (next === undefined) throw new Error('everybody waits, and nobody sleeps')
        now = Math.max(now, next.until)
        next.wake()
      }
    },
  }
}
