import type { Clock } from './clock.ts'
import type { Fetch, FetchFailure, FetchRequest, FetchResult } from './fetch.ts'
import { createPlaces } from './create-places.ts'
import { hostNameOf } from './host-name.ts'
import { createHostQueue, type HostLimits, type HostQueue } from './host-queue.ts'
import { parseRetryAfter } from './parse-retry-after.ts'

/** How all requests of a run are sent. */
export interface ScheduleSettings {
  /** Tells how the host of a URL is to be met. */
  limitsOf(url: URL): HostLimits
  /** Finds out, before a host is first asked, how many milliseconds it wants between two requests. */
  readonly findInterval?: (
    url: URL,
    ask: (request: FetchRequest) => Promise<FetchResult>,
  ) => Promise<number | undefined>
  /** Requests to all hosts at the same time. */
  readonly concurrency: number
  /** How often one request is sent again. */
  readonly retries: number
  /** How many requests of a host may be sent again, all in all. */
  readonly retryBudget: number
  /** Milliseconds that all of it may take; nothing is sent after that. */
  readonly budget: number
}

/** What a schedule works with. */
export interface SchedulePorts {
  readonly fetch: Fetch
  readonly clock: Clock
  /** Gives a number from 0 to 1. */
  random(): number
  /** Ends all that is under way; its reason says why, in words that go behind "not known:". */
  readonly stop?: AbortSignal
}

/**
 * Sends a request when its host's turn has come, and again where it failed and may not fail again.
 *
 * @param isOnce Whether it is not sent again.
 */
export type Ask = (request: FetchRequest, isOnce?: boolean) => Promise<FetchResult>

/** Makes the schedule of a run: one queue for each host, and one limit for all. */
export function createScheduler(settings: ScheduleSettings, ports: SchedulePorts): Ask {
  const { clock, stop } = ports
  const end = clock.now() + settings.budget
  const all = createPlaces(settings.concurrency)
  const hosts = new Map<string, Host>()
  const hostOf = (url: URL): Host => {
    const name = hostNameOf(url)
    const known = hosts.get(name)
    if (known !== undefined) return known
    const queue = createHostQueue(settings.limitsOf(url), { clock, all, end, stop })
    const host: Host = { queue, retries: settings.retryBudget, failures: 0 }
    hosts.set(name, host)
    host.ready = prepare(url, host)
    return host
  }
  const send = (request: FetchRequest, host: Host): Promise<FetchResult> => {
    const refuse = (): FetchFailure | undefined => {
      const reason = findEnd(stop) ?? (clock.now() >= end ? NO_TIME : host.closed)
      return reason === undefined ? undefined : fail(reason)
    }
    return host.queue.run<FetchResult>(async (onSent) => {
      const result = await ports.fetch({ ...request, signal: stop }, onSent)
      // What failed because it was ended says nothing of the host.
      const reason = result.kind === 'failure' ? findEnd(stop) : undefined
      if (reason !== undefined) return fail(reason)
      note(result, host, clock.now())
      return result
    }, refuse)
  }
  const prepare = async (url: URL, host: Host): Promise<void> => {
    const interval = await settings.findInterval?.(url, (request) => send(request, host))
    if (interval !== undefined) host.queue.slowDown(interval)
    // What came of that says nothing of pages.
    host.failures = 0
  }
  return async (request, isOnce = false) => {
    const host = hostOf(new URL(request.url))
    await host.ready
    for (let attempt = 1; ; attempt++) {
      const result = await send(request, host)
      // Half of it by chance: those who failed together should not come back together.
      const delay = FIRST_DELAY * 2 ** (attempt - 1) * (0.5 + ports.random() / 2)
      // Another request may follow at once, in place of this one.
      if (isBusy(result)) host.queue.pause(delay)
      const isLast = isOnce || attempt > settings.retries || host.retries <= 0
      const isLate = clock.now() + delay >= end
      if (!isTransient(result) || isLast || isLate || host.closed !== undefined) return result
      host.retries--
      await clock.sleep(delay, stop)
    }
  }
}

/** A host, as it was met so far. */
interface Host {
  readonly queue: HostQueue
  /** How many requests may still be sent again. */
  retries: number
  /** Requests in a row that got no answer. */
  failures: number
  /** When it is known how it wants to be met. */
  ready?: Promise<void>
  /** Why it is not met any more. */
  closed?: string
}

/** Why nothing is asked for any more. */
export const NO_TIME = 'there was no time left'

function findEnd(stop: AbortSignal | undefined): string | undefined {
  return stop?.aborted === true ? String(stop.reason) : undefined
}

/** Milliseconds before a request is sent again the first time. */
const FIRST_DELAY = 1000

/** A host that wants to be left alone for longer is asked in another run. */
const LONGEST_PAUSE = 60_000

/** After so many in a row, all the others would only cost time. */
const MOST_FAILURES = 5

function note(result: FetchResult, host: Host, now: number): void {
  if (result.kind === 'failure') {
    host.failures += result.cause === 'transient' ? 1 : 0
    if (host.failures >= MOST_FAILURES) host.closed = 'the host does not answer'
    return
  }
  host.failures = 0
  if (!isBusy(result)) return
  const pause = parseRetryAfter(result.retryAfter, now) ?? 0
  if (pause > LONGEST_PAUSE) host.closed = 'the host asks to come back later'
  else host.queue.pause(pause)
}

/** Whether a server says that it has too much to do. */
function isBusy(result: FetchResult): boolean {
  return result.kind === 'response' && (result.status === 429 || result.status === 503)
}

function isTransient(result: FetchResult): boolean {
  if (result.kind === 'failure') return result.cause === 'transient'
  return result.status === 429 || result.status >= 500
}

function fail(reason: string): FetchFailure {
  return { kind: 'failure', cause: 'transient', reason }
}
