import { setTimeout } from 'node:timers/promises'
import { createAddressGuard, type GuardSettings } from '../remote/create-address-guard.ts'
import type { HostTable } from '../remote/access.ts'
import type { Clock } from '../remote/clock.ts'
import { createFetch, type Fetcher } from './create-fetch.ts'

/** The web as this machine reaches it, and the time that it takes. */
export interface Web extends Fetcher {
  readonly clock: Clock
  random(): number
}

/** Opens the web. */
export function openWeb(
  settings: GuardSettings & { readonly hosts: HostTable },
  environment: Readonly<Record<string, string | undefined>>,
): Web {
  const guard = createAddressGuard(settings)
  return {
    ...createFetch({ guard, hosts: settings.hosts, environment }),
    clock: {
      now: () => Date.now(),
      sleep: async (milliseconds) => {
        await setTimeout(milliseconds)
      },
    },
    random: () => Math.random(),
  }
}
