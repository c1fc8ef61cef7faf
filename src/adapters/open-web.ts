import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAddressGuard, type GuardSettings } from '../remote/create-address-guard.ts'
import type { HostTable } from '../remote/access.ts'
import type { Clock } from '../remote/clock.ts'
import { NO_TIME } from '../remote/create-scheduler.ts'
import { createFetch, type Fetcher } from './create-fetch.ts'

/** The web as this machine reaches it, and the time that it takes. */
export interface Web extends Fetcher {
  readonly clock: Clock
  random(): number
  /** Comes when the time is over, or the run is ended; its reason says which. */
  readonly stop: AbortSignal
}

/** What may be met, and for how long. */
export interface WebLimits extends GuardSettings {
  readonly hosts: HostTable
  /** Milliseconds that all of it may take. */
  readonly budget: number
  /** Ends all of it before. */
  readonly interrupt?: AbortSignal | undefined
}

/** Opens the web. */
export function openWeb(
  settings: WebLimits,
  environment: Readonly<Record<string, string | undefined>>,
): Web {
  const guard = createAddressGuard(settings)
  const { fetch, close } = createFetch({ guard, hosts: settings.hosts, environment })
  const stop = new AbortController()
  // Each request and each host that waits listens.
  setMaxListeners(0, stop.signal)
  const timer = setTimeout(
    () => {
      stop.abort(NO_TIME)
    },
    Math.min(settings.budget, LONGEST_TIMER),
  )
  const end = (): void => {
    stop.abort('the run was ended')
  }
  if (settings.interrupt?.aborted === true) end()
  else settings.interrupt?.addEventListener('abort', end)
  return {
    fetch,
    close: async () => {
      clearTimeout(timer)
      await close()
    },
    clock: {
      now: () => Date.now(),
      sleep: (milliseconds, signal) => sleepUntil(milliseconds, signal),
    },
    random: () => Math.random(),
    stop: stop.signal,
  }
}

/** A timer of more milliseconds than that would go off at once. */
const LONGEST_TIMER = 2 ** 31 - 1

async function sleepUntil(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    if (signal?.aborted !== true) throw error
  }
}
