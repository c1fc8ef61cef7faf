import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetch, type Fetcher } from '../../src/adapters/create-fetch.ts'
import { parseTarget } from '../../src/links/parse-target.ts'
import { askPages } from '../../src/remote/ask-pages.ts'
import { doubtAnswers } from '../../src/remote/doubt-answers.ts'
import { createAddressGuard } from '../../src/remote/create-address-guard.ts'
import { createScheduler } from '../../src/remote/create-scheduler.ts'
import type { Ledger } from '../../src/remote/ledger.ts'
import { listQueries } from '../../src/remote/list-queries.ts'
import { proveRemote } from '../../src/remote/prove-remote.ts'
import { updateLedger } from '../../src/remote/update-ledger.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'

const page = '<title>Bakery</title><h2 id="rye">Rye</h2><h2 id="oat">Oat</h2>'

interface Visit {
  readonly day: number
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

function say({ response }: Visit, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers })
  response.end(page)
}

const wall = '<title>Just a moment...</title><h1 id="wall">Are you a program?</h1>'

/** What hosts do, by the days; none of them is dead. */
const living: Readonly<Record<string, (visit: Visit) => void>> = {
  fine: (visit) => say(visit, 200),
  busy: (visit) => say(visit, visit.day % 3 === 0 ? 200 : 429),
  'busy-seconds': (visit) => say(visit, 429, { 'retry-after': '30' }),
  'busy-date': (visit) => say(visit, 429, { 'retry-after': 'Fri, 31 Dec 2038 00:00:00 GMT' }),
  'busy-absurd': (visit) => say(visit, 429, { 'retry-after': '9'.repeat(400) }),
  'busy-nonsense': (visit) => say(visit, 429, { 'retry-after': 'when the oven is cold' }),
  failing: (visit) => say(visit, visit.day > 5 && visit.day < 20 ? 500 + (visit.day % 5) : 200),
  reset: ({ response }) => response.destroy(),
  truncated: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' })
    response.write('<h2 id="oat">Oat</h2>', () => response.destroy())
  },
  // Nobody says how long it is, so that it ends where the connection does.
  cut: ({ response }) => {
    response.socket?.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<h2 id="oat">Oat</h2>')
  },
  circle: (visit) => say(visit, 302, { location: visit.request.url === '/a' ? '/b' : '/a' }),
  wall: ({ response, day }) => {
    response.writeHead(day % 2 === 0 ? 403 : 503, { 'content-type': 'text/html' })
    response.end(wall)
  },
  'no-head': (visit) => say(visit, visit.request.method === 'HEAD' ? 405 : 200),
  'lying-head': (visit) => say(visit, visit.request.method === 'HEAD' ? 404 : 200),
  drawing: (visit) => say(visit, 200, { 'content-type': 'application/pdf' }),
  flapping: (visit) => say(visit, visit.day % 4 < 2 ? 404 : 200),
}

/** What hosts do that die on the tenth day. */
const dying: Readonly<Record<string, (visit: Visit) => void>> = {
  gone: (visit) => say(visit, visit.day < 10 ? 200 : 404),
  'gone-for-good': (visit) => say(visit, visit.day < 10 ? 200 : 410),
  // The server is too busy to say so, now and then.
  'gone-and-busy': (visit) => say(visit, visit.day < 10 ? 200 : visit.day % 2 === 0 ? 404 : 429),
  renamed: ({ response, day }) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(day < 10 ? page : page.replace('"rye"', '"rye-bread"'))
  },
}

const hosts = { ...living, ...dying }
const patience = 3
const web: { day: number; server?: WebServer; fetcher?: Fetcher } = { day: 0 }

beforeAll(async () => {
  const server = await startWebServer((request, response) => {
    const name = (request.headers.host ?? '').replace('.example.org', '')
    hosts[name]?.({ day: web.day, request, response })
  })
  const access = { connect: server.origin }
  const table = Object.keys(hosts).map((name) => [`${name}.example.org`, access])
  web.server = server
  web.fetcher = createFetch({
    guard: createAddressGuard({ isPrivateAllowed: true, allow: [] }),
    hosts: Object.fromEntries(table),
    environment: {},
  })
})

afterAll(async () => {
  await web.fetcher?.close()
  await web.server?.close()
})

/** Waits for nothing, and says that the time passed. */
function createFastClock(start: number) {
  let now = start
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      const until = now + milliseconds
      await setImmediate()
      now = Math.max(now, until)
    },
  }
}

const links = Object.keys(hosts).flatMap((name) => [
  { name, url: `http://${name}.example.org/a`, fragment: undefined },
  { name, url: `http://${name}.example.org/b`, fragment: 'rye' },
])

const wanted = new Map(
  links.map(({ url, fragment }) => [url, fragment === undefined ? [] : [fragment]]),
)

/** Asks on one day, and tells the hosts whose links fail a run. */
async function ask(day: number, old: Ledger): Promise<{ ledger: Ledger; failed: Set<string> }> {
  const start = Date.UTC(2026, 0, 1 + day)
  const today = new Date(start).toISOString().slice(0, 10)
  web.day = day
  const scheduler = createScheduler(
    {
      limitsOf: () => ({ concurrency: 2, interval: 100 }),
      concurrency: 128,
      retries: 2,
      retryBudget: 20,
      budget: 3_600_000,
    },
    {
      fetch: async (request, onSent) =>
        (await web.fetcher?.fetch(request, onSent)) ?? {
          kind: 'failure',
          cause: 'transient',
          reason: 'nobody is here',
        },
      clock: createFastClock(start),
      random: () => 0.5,
    },
  )
  const queries = listQueries(wanted, old, { today, days: 1 })
  const asked = await askPages(queries, scheduler, () => undefined)
  const answers = asked.isReached ? asked.answers : doubtAnswers(asked.answers)
  const ledger = updateLedger(old, answers, { today, days: 1, patience })
  const knowledge = { ledger, doubts: new Map<string, string>(), patience, skip: [] }
  const failed = links.filter(({ url, fragment }) => {
    const written = fragment === undefined ? url : `${url}#${fragment}`
    const target = parseTarget(written)
    const verdict = proveRemote(target, knowledge)
    return verdict?.status === 'dead' && verdict.code !== 'remote/failing'
  })
  return { ledger, failed: new Set(failed.map(({ name }) => name)) }
}

describe('thirty days of the web', () => {
  it('should fail no run for what is not dead, and find all that is in time', async () => {
    let ledger: Ledger = {}
    const firsts = new Map<string, number>()
    for (let day = 0; day < 30; day++) {
      const { failed, ledger: next } = await ask(day, ledger)
      ledger = next
      for (const name of failed) if (!firsts.has(name)) firsts.set(name, day)
    }
    expect(Object.fromEntries(firsts)).toEqual({
      gone: 13,
      'gone-for-good': 13,
      'gone-and-busy': 14,
      renamed: 13,
    })
  }, 60_000)
})
