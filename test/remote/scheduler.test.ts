import { describe, expect, it } from 'vitest'
import { createScheduler, type ScheduleSettings } from '../../src/remote/create-scheduler.ts'
import type { FetchResult } from '../../src/remote/fetch.ts'
import { parseRetryAfter } from '../../src/remote/parse-retry-after.ts'
import { createVirtualClock } from '../fakes/virtual-clock.ts'

const busy = (retryAfter?: string): FetchResult => ({ kind: 'response', status: 429, retryAfter })
const fine: FetchResult = { kind: 'response', status: 200 }
const reset: FetchResult = { kind: 'failure', cause: 'transient', reason: 'the server hung up' }

/** Sends requests by a schedule, and writes down when each reached its server. */
function schedule(
  answer: (url: string, attempt: number) => FetchResult,
  given: Partial<ScheduleSettings> = {},
  connecting: (url: string) => number = () => 0,
) {
  const clock = createVirtualClock()
  const met: string[] = []
  const attempts = new Map<string, number>()
  const running = { now: 0, most: 0 }
  const ask = createScheduler(
    {
      limitsOf: () => ({ concurrency: 2, interval: 100 }),
      concurrency: 128,
      retries: 2,
      retryBudget: 20,
      budget: 600_000,
      ...given,
    },
    {
      clock,
      random: () => 1,
      fetch: async ({ url }, onSent) => {
        await clock.sleep(connecting(url))
        onSent?.()
        met.push(`${String(clock.now())} ${new URL(url).pathname}`)
        running.most = Math.max(running.most, ++running.now)
        await clock.sleep(50)
        running.now--
        const attempt = (attempts.get(url) ?? 0) + 1
        attempts.set(url, attempt)
        return answer(url, attempt)
      },
    },
  )
  const askAll = (urls: readonly string[], isOnce?: boolean): Promise<FetchResult[]> =>
    clock.run(Promise.all(urls.map((url) => ask({ url, method: 'GET' }, isOnce))))
  return { askAll, met, running, clock }
}

const at = (...paths: string[]): string[] =>
  paths.map((path) => `https://bakery.example.org/${path}`)

describe('createScheduler', () => {
  it('should meet a host no faster than its interval, in the order of the calls', async () => {
    const { askAll, met } = schedule(() => fine)
    await askAll(at('a', 'b', 'c', 'd'))
    expect(met).toEqual(['0 /a', '100 /b', '200 /c', '300 /d'])
  })

  it('should take all spellings and ports of a host for one', async () => {
    const urls = [
      'https://bakery.example.org/a',
      'https://bakery.example.org./b',
      'https://Bakery.example.org:8443/c',
      'http://bakery.example.org/d',
    ]
    const { askAll, met } = schedule(() => fine)
    await askAll(urls)
    expect(met).toEqual(['0 /a', '100 /b', '200 /c', '300 /d'])
    const failing = schedule(() => ({ kind: 'response', status: 500 }), { retryBudget: 1 })
    await failing.askAll(urls)
    expect(failing.met).toHaveLength(5)
  })

  it('should ask how slowly a host wants to be met, and give it up for that no sooner', async () => {
    const findInterval: ScheduleSettings['findInterval'] = async (url, ask) => {
      const result = await ask({ url: new URL('/robots.txt', url).href, method: 'GET' })
      return result.kind === 'failure' ? 5000 : undefined
    }
    const answer = (url: string): FetchResult => (url.endsWith('robots.txt') ? reset : fine)
    const { askAll, met } = schedule(answer, { findInterval })
    expect(await askAll(at('a', 'b'))).toEqual([fine, fine])
    expect(met).toEqual(['0 /robots.txt', '5000 /a', '10000 /b'])
  })

  it('should meet a host with no more requests at once than it says', async () => {
    const limitsOf = () => ({ concurrency: 2, interval: 0 })
    const { askAll, running, met } = schedule(() => fine, { limitsOf })
    await askAll(at('a', 'b', 'c', 'd'))
    expect(running.most).toBe(2)
    expect(met).toEqual(['0 /a', '0 /b', '50 /c', '50 /d'])
  })

  it('should meet several hosts at the same time, up to the limit of all', async () => {
    const urls = ['a', 'b', 'c'].map((host) => `https://${host}.example.org/${host}`)
    const free = schedule(() => fine)
    await free.askAll(urls)
    expect(free.met).toEqual(['0 /a', '0 /b', '0 /c'])
    const bound = schedule(() => fine, { concurrency: 1 })
    await bound.askAll(urls)
    expect(bound.met).toEqual(['0 /a', '50 /b', '100 /c'])
  })

  it('should send again what failed, each time later', async () => {
    const { askAll, met } = schedule((_, attempt) => (attempt < 3 ? reset : fine))
    expect(await askAll(at('a'))).toEqual([fine])
    expect(met).toEqual(['0 /a', '1050 /a', '3100 /a'])
  })

  it('should not send again more often than it may, nor what is asked for once', async () => {
    const { askAll, met } = schedule(() => reset)
    expect(await askAll(at('a'))).toEqual([reset])
    expect(met).toHaveLength(3)
    const once = schedule(() => reset)
    await once.askAll(at('a'), true)
    expect(once.met).toHaveLength(1)
  })

  it('should wait as long as a server asks, with all that is for it', async () => {
    const { askAll, met } = schedule((url, attempt) =>
      url.endsWith('a') && attempt === 1 ? busy('30') : fine,
    )
    expect(await askAll(at('a', 'b', 'c'))).toEqual([fine, fine, fine])
    expect(met).toEqual(['0 /a', '30050 /b', '30150 /c', '30250 /a'])
  })

  it('should leave a server alone that asks for more than it gets', async () => {
    const { askAll, met } = schedule(() => busy('3600'))
    const results = await askAll(at('a', 'b', 'c', 'd'))
    expect(met).toEqual(['0 /a'])
    const late = {
      kind: 'failure',
      cause: 'transient',
      reason: 'the host asks to come back later',
    }
    expect(results).toEqual([busy('3600'), late, late, late])
  })

  it('should give a host up that does not answer', async () => {
    const { askAll, met } = schedule(() => reset, { retries: 0 })
    const results = await askAll(at('a', 'b', 'c', 'd', 'e', 'f', 'g'))
    expect(met.length).toBeLessThan(7)
    expect(results.at(-1)).toMatchObject({ reason: 'the host does not answer' })
  })

  it('should send requests of a host again no more often than its budget allows', async () => {
    const { askAll, met } = schedule(() => ({ kind: 'response', status: 500 }), { retryBudget: 1 })
    await askAll(at('a', 'b', 'c'))
    expect(met).toHaveLength(4)
  })

  it('should ask for nothing when the time is over', async () => {
    const { askAll, met } = schedule(() => fine, { budget: 150 })
    const results = await askAll(at('a', 'b', 'c', 'd'))
    expect(met).toHaveLength(2)
    expect(results.at(-1)).toMatchObject({ reason: 'there was no time left' })
  })

  it('should not meet a host faster because all places were taken before', async () => {
    const { askAll, met } = schedule(() => fine, { concurrency: 1 })
    const bakery = at('a', 'b', 'c')
    const others = ['d', 'e', 'f', 'g'].map((host) => `https://${host}.example.org/${host}`)
    await askAll([...others, ...bakery])
    const times = met
      .filter((line) => /[abc]$/u.test(line))
      .map((line) => Number(line.split(' ')[0]))
    expect(times).toHaveLength(3)
    for (const [index, time] of times.slice(1).entries())
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(100)
  })

  it('should not meet a host faster because a connection took its time', async () => {
    const slow = (url: string): number => (url.endsWith('a') ? 95 : 0)
    const { askAll, met } = schedule(() => fine, {}, slow)
    await askAll(at('a', 'b', 'c'))
    expect(met).toEqual(['95 /a', '195 /b', '295 /c'])
  })

  it('should knock no faster at a host where no connection comes to stand', async () => {
    const clock = createVirtualClock()
    const knocks: number[] = []
    const ask = createScheduler(
      {
        limitsOf: () => ({ concurrency: 2, interval: 100 }),
        concurrency: 128,
        retries: 0,
        retryBudget: 0,
        budget: 600_000,
      },
      {
        clock,
        random: () => 1,
        fetch: () => {
          knocks.push(clock.now())
          return Promise.resolve(reset)
        },
      },
    )
    await clock.run(Promise.all(at('a', 'b', 'c').map((url) => ask({ url, method: 'GET' }))))
    expect(knocks).toEqual([0, 100, 200])
  })

  it('should be over when the time is, however many wait', async () => {
    const { askAll, clock } = schedule(() => fine, { budget: 1000 })
    await askAll(at(...Array.from({ length: 500 }, (_, index) => `${index}`)))
    expect(clock.now()).toBeLessThanOrEqual(1050)
  })

  it('should not wait for a pause that is longer than the time left', async () => {
    const { askAll, clock } = schedule(() => busy('30'), { budget: 5000 })
    await askAll(at('a', 'b', 'c'))
    expect(clock.now()).toBeLessThanOrEqual(5050)
  })

  it('should not wait once more for each request to a host that is given up', async () => {
    const { askAll, clock } = schedule(() => busy('3600'))
    await askAll(at(...Array.from({ length: 500 }, (_, index) => `${index}`)))
    expect(clock.now()).toBeLessThanOrEqual(1000)
  })

  it('should leave a busy host alone also for what is asked instead', async () => {
    const { askAll, clock } = schedule(() => busy())
    await askAll(at('a'), true)
    await askAll(at('a'), true)
    expect(clock.now()).toBeGreaterThanOrEqual(1000)
  })
})

describe('createScheduler, when all is ended', () => {
  const settings: ScheduleSettings = {
    limitsOf: () => ({ concurrency: 1, interval: 100 }),
    concurrency: 128,
    retries: 2,
    retryBudget: 20,
    budget: 600_000,
  }
  const over = { kind: 'failure', cause: 'transient', reason: 'there was no time left' }

  it('should end what is under way, and begin nothing more', async () => {
    const clock = createVirtualClock()
    const end = new AbortController()
    const met: string[] = []
    const ask = createScheduler(settings, {
      clock,
      random: () => 1,
      stop: end.signal,
      fetch: async ({ url, signal }) => {
        met.push(url)
        await clock.sleep(60_000, signal)
        return reset
      },
    })
    const asked = Promise.all(at('a', 'b').map((url) => ask({ url, method: 'GET' })))
    await new Promise(setImmediate)
    end.abort('there was no time left')
    expect(await clock.run(asked)).toEqual([over, over])
    expect(met).toEqual(at('a'))
    expect(clock.now()).toBe(0)
  })

  it('should not wait to send again, nor for a pause', async () => {
    const clock = createVirtualClock()
    const end = new AbortController()
    const ask = createScheduler(settings, {
      clock: {
        now: () => clock.now(),
        sleep: (milliseconds, signal) => {
          queueMicrotask(() => {
            end.abort('there was no time left')
          })
          return clock.sleep(milliseconds, signal)
        },
      },
      random: () => 1,
      stop: end.signal,
      fetch: () => Promise.resolve(busy('30')),
    })
    const asked = Promise.all(at('a', 'b').map((url) => ask({ url, method: 'GET' })))
    expect(await clock.run(asked)).toEqual([over, over])
    expect(clock.now()).toBe(0)
  })

  it('should keep an answer that came before', async () => {
    const clock = createVirtualClock()
    const end = new AbortController()
    const ask = createScheduler(settings, {
      clock,
      random: () => 1,
      stop: end.signal,
      fetch: () => {
        end.abort('there was no time left')
        return Promise.resolve(fine)
      },
    })
    expect(await clock.run(ask({ url: at('a')[0] ?? '', method: 'GET' }))).toEqual(fine)
  })
})

describe('parseRetryAfter', () => {
  it('should read seconds and dates, and nothing else', () => {
    const now = Date.UTC(2024, 5, 30)
    expect(parseRetryAfter('120', now)).toBe(120_000)
    expect(parseRetryAfter('Sun, 30 Jun 2024 00:00:10 GMT', now)).toBe(10_000)
    expect(parseRetryAfter('Sat, 29 Jun 2024 00:00:00 GMT', now)).toBe(0)
    expect(parseRetryAfter('soon', now)).toBeUndefined()
    expect(parseRetryAfter(undefined, now)).toBeUndefined()
  })
})
