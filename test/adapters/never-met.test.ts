import { lookup as lookupName } from 'node:dns'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetch } from '../../src/adapters/create-fetch.ts'
import { askPage } from '../../src/remote/ask-page.ts'
import { type AddressGuard, createAddressGuard } from '../../src/remote/create-address-guard.ts'
import { recordConnections } from '../fakes/record-connections.ts'

/** A host that is never met. */
interface Form {
  readonly host: string
  /** Whether a server of this machine answers there. */
  readonly isHere: boolean
  /** What a name stands for, one lookup after another; none where the system knows, or nobody asks. */
  readonly lookups: readonly (readonly string[])[]
}

/** "* oven.example.org = 127.0.0.1  a name of this machine" */
const LINE = /^([* ]) (\S+)(?: = (\S+(?: \S+)*))? {2,}\S/u

const lines = readFileSync(join(import.meta.dirname, 'never-met.txt'), 'utf8').split('\n')
const forms = lines.flatMap((line): Form[] => {
  if (line === '' || line.startsWith('#')) return []
  const [, mark, host, names = ''] = LINE.exec(line) ?? []
  if (host === undefined) throw new Error(`\`${line}\` is no line of the table`)
  const lookups = names.split(' ').filter(Boolean)
  return [{ host, isHere: mark === '*', lookups: lookups.map((each) => each.split(',')) }]
})

/** How crossoff may come to ask for a host. */
interface Way {
  /** The statuses of the redirects that lead there from a host that is allowed. */
  readonly hops: readonly number[]
  readonly write?: (host: string) => string
  readonly fragments?: readonly string[]
  /** Whether a proxy is to ask, which listens where the forms lead to. */
  readonly isProxied?: boolean
}

const ten = [301, 302, 303, 307, 308, 301, 302, 303, 307, 308]

const ways: Readonly<Record<string, Way>> = {
  'a link': { hops: [] },
  'a link with a fragment': { hops: [], fragments: ['rye'] },
  'a link with a name and a password': { hops: [], write: (host) => `http://ana:rye@${host}` },
  'a link by https': { hops: [], write: (host) => `https://${host}` },
  'a link, behind a proxy': { hops: [], isProxied: true },
  'a link by https, behind a proxy': {
    hops: [],
    write: (host) => `https://${host}`,
    isProxied: true,
  },
  'a redirect, 301': { hops: [301] },
  'a redirect, 302': { hops: [302] },
  'a redirect, 303': { hops: [303] },
  'a redirect, 307': { hops: [307] },
  'a redirect, 308': { hops: [308] },
  'a redirect of a link with a fragment': { hops: [302], fragments: ['rye'] },
  'a redirect to https': { hops: [302], write: (host) => `https://${host}` },
  'a redirect without a scheme': { hops: [302], write: (host) => `//${host}` },
  'a redirect that begins as an allowed host': {
    hops: [302],
    write: (host) => `http://bakery.example.org@${host}`,
  },
  'a redirect with backslashes': { hops: [302], write: (host) => String.raw`http:\\${host}` },
  'three redirects': { hops: [308, 302, 301] },
  'as many redirects as are followed': { hops: ten },
}

/** A server at all addresses of this machine. */
async function listen(answer: Parameters<typeof createServer>[1]) {
  const met: string[] = []
  const server = createServer(answer)
  server.on('connection', ({ localAddress = '' }) => met.push(localAddress.replace('::ffff:', '')))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return { met, port, server }
}

type Listening = Awaited<ReturnType<typeof listen>>

const chain: { hops: readonly number[]; target: string } = { hops: [], target: '' }
const servers: { secret?: Listening; bakery?: Listening } = {}
const record = recordConnections()

beforeAll(async () => {
  servers.secret = await listen((_, response) => {
    response.writeHead(404, { connection: 'close' }).end()
  })
  servers.secret.server.on('connect', (_, socket) => {
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  servers.bakery = await listen(({ url = '' }, response) => {
    const at = Number(url.slice(1))
    const location = at + 1 < chain.hops.length ? `/${String(at + 1)}` : chain.target
    response.writeHead(chain.hops[at] ?? 500, { location, connection: 'close' }).end()
  })
})

afterAll(() => {
  record.stop()
  servers.secret?.server.close()
  servers.bakery?.server.close()
})

/** Asks as a name server that changes its mind. */
function createLookup({ lookups }: Form): LookupFunction {
  const left = [...lookups]
  return (name, options, callback) => {
    const known = name === 'bakery.example.org' ? ['127.0.0.1'] : left[0]
    if (known === undefined) {
      lookupName(name, options, callback)
      return
    }
    if (name !== 'bakery.example.org' && left.length > 1) left.shift()
    callback(
      null,
      known.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
}

/** What was tried, and what was met, but for the hosts that are allowed. */
interface Outcome {
  readonly status: string
  readonly tried: readonly string[]
  readonly met: readonly string[]
}

async function follow(form: Form, way: Way, guard: AddressGuard): Promise<Outcome> {
  const { secret, bakery } = servers
  if (secret === undefined || bakery === undefined) throw new Error('nothing listens')
  secret.met.length = 0
  const before = record.list().length
  const write = way.write ?? ((host: string) => `http://${host}`)
  const target = `${write(form.host)}:${String(secret.port)}/`
  chain.hops = way.hops
  // A header holds no other characters.
  chain.target = target.replaceAll(/[^!-~]+/gu, encodeURI)
  const url = way.hops.length === 0 ? target : `http://bakery.example.org:${String(bakery.port)}/0`
  const { fetch, close } = createFetch({
    guard,
    hosts: {},
    environment:
      way.isProxied === true ? { ALL_PROXY: `http://127.0.0.1:${String(secret.port)}` } : {},
    lookup: createLookup(form),
  })
  const ask = () => askPage({ url, fragments: way.fragments ?? [] }, (request) => fetch(request))
  // The second time, such a name stands for something else.
  if (isRebound(form)) await ask()
  const { status } = await ask()
  await close()
  const allowed = new Set([`127.0.0.1 ${String(bakery.port)}`, `127.9.9.9 ${String(secret.port)}`])
  return {
    status,
    tried: record
      .list()
      .slice(before)
      .filter((each) => !allowed.has(each)),
    met: secret.met.filter((each) => each !== '127.9.9.9'),
  }
}

/** A proxy looks names up by itself, and has to know what it does. */
function isRebound({ lookups }: Form): boolean {
  return lookups.length > 1
}

/** Not every machine has IPv6. */
const hasLong = Object.values(networkInterfaces())
  .flat()
  .some((each) => each?.address === '::1')

function isLong({ host, lookups }: Form): boolean {
  return [host, ...lookups.flat()].some((each) => each.includes(':'))
}

const allow = ['bakery.example.org', '127.9.9.9']
const closed = createAddressGuard({ isPrivateAllowed: false, allow })

describe('what is never met', () => {
  it('should be of more than sixty forms', () => {
    expect(new Set(forms.map(({ host }) => host)).size).toBe(forms.length)
    expect(forms.length).toBeGreaterThan(60)
  })

  it.each(Object.entries(ways))('should not be tried to connect to: %s', async (_, way) => {
    const outcomes: unknown[] = []
    const asked = forms.filter((form) => way.isProxied !== true || !isRebound(form))
    for (const form of asked) outcomes.push([form.host, await follow(form, way, closed)])
    const nothing = { status: 'unknown', tried: [], met: [] }
    expect(outcomes).toEqual(asked.map(({ host }) => [host, nothing]))
  })

  it.each(Object.entries(ways))('should answer where nothing guards it: %s', async (_, way) => {
    const here = forms.filter((form) => form.isHere && (hasLong || !isLong(form)))
    const silent: string[] = []
    for (const form of here) {
      const { tried, met } = await follow(form, way, () => undefined)
      if (tried.length === 0 || met.length === 0) silent.push(form.host)
    }
    expect(silent).toEqual([])
  })
})
