import type { RequestListener, ServerResponse } from 'node:http'
import { connect, type LookupFunction } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createFetch, type FetchOptions } from '../../src/adapters/create-fetch.ts'
import { describeFailure } from '../../src/adapters/describe-failure.ts'
import { askPage } from '../../src/remote/ask-page.ts'
import { createAddressGuard } from '../../src/remote/create-address-guard.ts'
import type { FetchRequest, FetchResult } from '../../src/remote/fetch.ts'
import { openPageReader } from '../../src/remote/page-reader.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'

const open = createAddressGuard({ isPrivateAllowed: true, allow: [] })
const closed = createAddressGuard({ isPrivateAllowed: false, allow: ['bakery.example.org'] })

/** What is to be ended after a test. */
const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function serve(listener: RequestListener): Promise<WebServer> {
  const server = await startWebServer(listener)
  ends.push(() => server.close())
  return server
}

function fetcher(given: Partial<FetchOptions> = {}) {
  const { fetch, close } = createFetch({ guard: open, hosts: {}, environment: {}, ...given })
  ends.push(close)
  return fetch
}

/** A lookup that gives one address after another, the last one again and again. */
function lookups(...addresses: readonly string[]): LookupFunction {
  const left = [...addresses]
  return (_, __, callback) => {
    const address = left.length > 1 ? (left.shift() ?? '') : (left[0] ?? '')
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }
}

const reading = (url: string, ...fragments: string[]): FetchRequest => ({
  url,
  method: 'GET',
  openReader: () => openPageReader(new Set(fragments)),
})

const page = '<title>Bakery</title><h2 id="rye">Rye bread</h2><h2 id="oat">Oat bread</h2>'

function html(
  response: ServerResponse,
  body: string | Buffer,
  headers: Record<string, string> = {},
) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.end(body)
}

function found(result: FetchResult): unknown {
  return result.kind === 'response' ? Object.fromEntries(result.page?.found ?? []) : result
}

describe('createFetch', () => {
  it('should tell what a server answers, and say who asks', async () => {
    const asked: unknown[] = []
    const server = await serve((request, response) => {
      asked.push([
        request.method,
        request.url,
        request.headers['user-agent'],
        request.headers.cookie,
      ])
      response.writeHead(301, {
        location: '/b',
        etag: '"1"',
        'retry-after': '7',
        'cf-mitigated': 'challenge',
        'set-cookie': 'a=b',
      })
      response.end()
    })
    const fetch = fetcher()
    const url = `${server.origin}/a?b=c`
    expect(await fetch({ url, method: 'HEAD' })).toEqual({
      kind: 'response',
      status: 301,
      location: '/b',
      etag: '"1"',
      retryAfter: '7',
      isChallenge: true,
    })
    await fetch({ url, method: 'GET' })
    const agent: unknown = expect.stringMatching(/^crossoff\//u)
    expect(asked).toEqual([
      ['HEAD', '/a?b=c', agent, undefined],
      ['GET', '/a?b=c', agent, undefined],
    ])
  })

  it('should tell when a request goes out, not before a connection stands', async () => {
    const told: string[] = []
    const server = await serve((_, response) => {
      told.push('met')
      response.end()
    })
    const fetch = fetcher()
    await fetch({ url: server.origin, method: 'GET' }, () => told.push('sent'))
    expect(told).toEqual(['sent', 'met'])
    await server.close()
    await fetch({ url: server.origin, method: 'GET' }, () => told.push('sent'))
    expect(told).toEqual(['sent', 'met'])
  })

  it('should end a request when it is told to: before an answer, and in the middle of a page', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/page')
        response.writeHead(200, { 'content-type': 'text/html' }).write('<p>')
    })
    for (const path of ['none', 'page']) {
      const end = new AbortController()
      const request = { ...reading(`${server.origin}/${path}`, 'rye'), signal: end.signal }
      const result = fetcher()(request, () => {
        setTimeout(() => {
          end.abort('there was no time left')
        }, 50)
      })
      expect(await result).toMatchObject({ kind: 'failure', cause: 'transient' })
    }
    const sent: string[] = []
    const late = { url: server.origin, method: 'GET', signal: AbortSignal.abort() } as const
    const result = await fetcher()(late, () => sent.push('late'))
    expect(result).toMatchObject({ kind: 'failure', cause: 'transient' })
    expect(sent).toEqual([])
  })

  it('should not wait for a lookup behind a proxy when it is told to end', async () => {
    const fetch = fetcher({
      environment: { HTTP_PROXY: 'http://127.0.0.1:9' },
      lookup: () => undefined,
    })
    const signal = AbortSignal.timeout(20)
    const result = fetch({ url: 'http://bakery.example.org/', method: 'GET', signal })
    expect(await result).toMatchObject({ kind: 'failure', cause: 'transient' })
  })

  it('should say what page it knows already', async () => {
    const server = await serve((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"1"' ? 304 : 200
      response.end()
    })
    const request = { url: server.origin, method: 'GET', etag: '"1"' } as const
    expect(await fetcher()(request)).toMatchObject({ status: 304 })
  })

  it.each([
    ['as it is', '', page],
    ['gzip', 'gzip', gzipSync(page)],
    ['deflate', 'deflate', deflateSync(page)],
    ['brotli', 'br', brotliCompressSync(page)],
  ])('should read a page: %s', async (_, encoding, body) => {
    const headers: Record<string, string> = encoding === '' ? {} : { 'content-encoding': encoding }
    const server = await serve((__, response) => html(response, body, headers))
    expect(found(await fetcher()(reading(server.origin, 'oat')))).toEqual({ oat: 'Oat bread' })
  })

  it('should read a page in its charset, and in an unknown one as well as it can', async () => {
    const body = Buffer.from('<h1 id="a">Br\u00f6tchen</h1>', 'latin1')
    const server = await serve((request, response) => {
      const charset = request.url === '/' ? 'iso-8859-1' : 'oven-7'
      html(response, body, { 'content-type': `text/html; charset=${charset}` })
    })
    expect(found(await fetcher()(reading(`${server.origin}/`, 'a')))).toEqual({ a: 'Brötchen' })
    expect(found(await fetcher()(reading(`${server.origin}/b`, 'a')))).toEqual({
      a: 'Br\ufffdtchen',
    })
  })

  it('should read nothing that is no HTML, or no answer to what was asked', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/text') response.setHeader('content-type', 'text/plain')
      else response.writeHead(404, { 'content-type': 'text/html' })
      response.end(page)
    })
    const fetch = fetcher()
    expect(await fetch(reading(`${server.origin}/text`, 'rye'))).not.toHaveProperty('page')
    expect(await fetch(reading(`${server.origin}/none`, 'rye'))).not.toHaveProperty('page')
  })

  it('should read no more of a page than it needs', async () => {
    const sent = { bytes: 0 }
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write(page)
      flood(response, 100 * 2 ** 20, sent)
    })
    const result = await fetcher()(reading(server.origin, 'rye'))
    expect(found(result)).toEqual({ rye: 'Rye bread' })
    expect(sent.bytes).toBeLessThan(20 * 2 ** 20)
  })

  it('should ask again on the connection that it has, after a head and after a page that said enough', async () => {
    const rest = '<p>bread</p>'.repeat(1000)
    const server = await serve((request, response) => {
      const [before, after] = request.url === '/late' ? [rest, page] : [page, rest]
      html(response, request.method === 'HEAD' ? '' : before + after)
    })
    const fetch = fetcher()
    for (const path of ['/a', '/late', '/b']) {
      await fetch({ url: server.origin + path, method: 'HEAD' })
      const result = await fetch(reading(server.origin + path, 'rye'))
      expect(found(result)).toEqual({ rye: 'Rye bread' })
    }
    // A second one where a page's end is told before its connection is free.
    expect(server.connections()).toBeLessThan(3)
  })

  it('should not be misled by a body that no head should have', async () => {
    const server = await serve(({ method, socket }, response) => {
      if (method === 'HEAD') socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n<p>rye</p')
      else html(response, page)
    })
    const fetch = fetcher()
    const ask = (path: string, ...fragments: string[]) =>
      askPage({ url: server.origin + path, fragments }, (request) => fetch(request))
    const answers = await Promise.all([ask('/a'), ask('/b'), ask('/c', 'rye'), ask('/d', 'bun')])
    expect(answers.map(({ status }) => status)).toEqual(['alive', 'alive', 'alive', 'alive'])
  })

  it('should read no more of a page than it may, packed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(30 * 2 ** 20, 'x'))
    const sent = { bytes: 0 }
    const server = await serve((request, response) => {
      if (request.url === '/bomb') {
        html(response, bomb, { 'content-encoding': 'gzip' })
        return
      }
      response.writeHead(200, { 'content-type': 'text/html' })
      flood(response, 100 * 2 ** 20, sent)
    })
    const fetch = fetcher({ limits: { size: 2 ** 20 } })
    for (const path of ['/flood', '/bomb']) {
      const result = await fetch(reading(`${server.origin}${path}`, 'rye'))
      expect(result).toMatchObject({ status: 200, page: { isWhole: false } })
    }
    expect(sent.bytes).toBeLessThan(20 * 2 ** 20)
  })

  it('should know nothing of a page that breaks off', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' })
      response.write('<h1 id="a">A</h1>', () => response.destroy())
    })
    expect(await fetcher()(reading(server.origin, 'rye'))).toMatchObject({
      kind: 'failure',
      cause: 'transient',
      reason: 'the server hung up',
    })
  })

  it.each(['connect', 'answer', 'piece', 'whole'] as const)(
    'should not wait for ever: %s',
    async (limit) => {
      const server = await serve((_, response) => {
        if (limit === 'answer') return
        response.writeHead(200, { 'content-type': 'text/html' })
        response.write('<p>')
        if (limit === 'whole') setInterval(() => response.write('.'), 20).unref()
      })
      const lookup: LookupFunction = () => undefined
      const given = { limits: { [limit]: 150 }, ...(limit === 'connect' && { lookup }) }
      const url = limit === 'connect' ? 'http://slow.example.org/' : server.origin
      expect(await fetcher(given)(reading(url, 'rye'))).toEqual({
        kind: 'failure',
        cause: 'transient',
        reason: 'it took too long',
      })
    },
  )

  it('should say why there is no answer', async () => {
    const server = await serve((_, response) => response.destroy())
    const gone = await startWebServer(() => undefined)
    await gone.close()
    const nameless: LookupFunction = (name, _, callback) => {
      callback(Object.assign(new Error(name), { code: 'ENOTFOUND' }), [])
    }
    const ask = (url: string, given?: Partial<FetchOptions>) =>
      fetcher(given)({ url, method: 'GET' })
    expect(await ask(server.origin)).toMatchObject({ reason: 'the server hung up' })
    expect(await ask(gone.origin)).toMatchObject({ reason: 'nothing listens there' })
    expect(await ask('http://none.example.org/', { lookup: nameless })).toMatchObject({
      cause: 'unresolved',
    })
    expect(await ask('ftp://bakery.example.org/')).toMatchObject({ cause: 'refused' })
    expect(await ask(server.origin.replace('http:', 'https:'))).toMatchObject({ kind: 'failure' })
  })
})

function flood(response: ServerResponse, size: number, sent: { bytes: number }): void {
  const chunk = Buffer.alloc(65_536, '<p>bread</p>')
  const send = (): void => {
    while (sent.bytes < size && !response.destroyed) {
      sent.bytes += chunk.length
      if (!response.write(chunk)) {
        response.once('drain', send)
        return
      }
    }
    response.end()
  }
  send()
}

describe('headers of a host', () => {
  const hosts = (origin: string) => ({
    [origin]: { headers: { authorization: 'CROSSOFF_KEY', 'x-oven': 'OVEN_KEY' } },
  })
  const environment = { CROSSOFF_KEY: 'Bearer rye', OVEN_KEY: 'hot' }

  it('should be sent to that host alone, not over a redirect, and from variables of crossoff alone', async () => {
    const asked: unknown[] = []
    const note: RequestListener = (request, response) => {
      asked.push([request.headers.authorization, request.headers['x-oven']])
      response.end()
    }
    const other = await serve(note)
    const server = await serve((request, response) => {
      asked.push([request.headers.authorization, request.headers['x-oven']])
      response.writeHead(302, { location: `${other.origin}/` })
      response.end()
    })
    const fetch = fetcher({ hosts: hosts(server.origin), environment })
    await askPage({ url: `${server.origin}/a`, fragments: [] }, (request) => fetch(request))
    expect(asked).toEqual([
      ['Bearer rye', undefined],
      [undefined, undefined],
    ])
  })

  it('should not be sent where others listen in, unless the config says so', async () => {
    const asked: unknown[] = []
    const server = await serve((request, response) => {
      asked.push(request.headers.authorization)
      response.end()
    })
    const table = hosts(`127.0.0.1:${String(server.port)}`)
    await fetcher({ hosts: table, environment })({ url: server.origin, method: 'GET' })
    expect(asked).toEqual([undefined])
  })

  it('should let another server answer for a host', async () => {
    const server = await serve((request, response) => {
      response.setHeader('etag', `${request.headers.host ?? ''}${request.url ?? ''}`)
      response.end()
    })
    const fetch = fetcher({ hosts: { 'bakery.example.org': { connect: server.origin } } })
    const url = 'https://bakery.example.org/bread?x'
    expect(await fetch({ url, method: 'GET' })).toMatchObject({
      etag: 'bakery.example.org/bread?x',
    })
  })
})

describe('a server that answers for another', () => {
  it('should get what is asked whatever the path begins with, and no other server the headers', async () => {
    const asked: string[] = []
    const server = await serve((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    const stranger = await serve((_, response) => response.end())
    const access = { connect: server.origin, headers: { authorization: 'CROSSOFF_KEY' } }
    const fetch = fetcher({
      hosts: { 'bakery.example.org': access },
      environment: { CROSSOFF_KEY: 'Bearer rye' },
    })
    const path = `//127.0.0.1:${String(stranger.port)}/bread?x`
    await fetch({ url: `https://bakery.example.org${path}`, method: 'GET' })
    expect(stranger.connections()).toBe(0)
    expect(asked).toEqual([path])
  })
})

describe('what may not be met', () => {
  it.each(['file:///etc/hosts', 'ftp://127.0.0.1/', 'gopher://127.0.0.1/', 'data:text/html,a'])(
    'should be refused, redirected to or not: %s',
    async (url) => {
      const server = await serve((_, response) => {
        response.writeHead(302, { location: url })
        response.end()
      })
      expect(await fetcher()({ url, method: 'GET' })).toMatchObject({ cause: 'refused' })
      const fetch = fetcher()
      const answer = await askPage({ url: server.origin, fragments: [] }, (each) => fetch(each))
      expect(answer.status).toBe('unknown')
    },
  )

  it('should ask for a name once for each connection, and go to the address that was checked', async () => {
    const server = await serve((_, response) => response.end())
    const asked: string[] = []
    const once: LookupFunction = (name, options, callback) => {
      asked.push(name)
      lookups('127.0.0.1')(name, options, callback)
    }
    const url = `http://bakery.example.org:${String(server.port)}/`
    await fetcher({ guard: closed, lookup: once })({ url, method: 'GET' })
    expect(asked).toEqual(['bakery.example.org'])
    expect(server.connections()).toBe(1)
  })
})

describe('proxies', () => {
  /** A proxy that lets everything through to one server. */
  async function startProxy(target: WebServer) {
    const asked: string[] = []
    const { createServer } = await import('node:http')
    const proxy = createServer()
    proxy.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      const through = connect(target.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        through.pipe(socket)
        socket.pipe(through)
      })
      through.on('error', () => socket.destroy())
      socket.on('error', () => through.destroy())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    ends.push(async () => {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    })
    const address = proxy.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    return { asked, uri: `http://127.0.0.1:${String(port)}` }
  }

  it('should be used as the environment says, and not for what it leaves out', async () => {
    const server = await serve((_, response) => response.end())
    const proxy = await startProxy(server)
    const environment = { HTTP_PROXY: proxy.uri, no_proxy: 'oven.example.org' }
    const fetch = fetcher({ environment, lookup: lookups('127.0.0.1') })
    const at = (host: string) =>
      ({ url: `http://${host}:${String(server.port)}/`, method: 'GET' }) as const
    expect(await fetch(at('bakery.example.org'))).toMatchObject({ status: 200 })
    expect(await fetch(at('oven.example.org'))).toMatchObject({ status: 200 })
    expect(proxy.asked).toEqual([`bakery.example.org:${String(server.port)}`])
  })

  it('should not be asked for what may not be met, and for names that only it knows', async () => {
    const server = await serve((_, response) => response.end())
    const proxy = await startProxy(server)
    const lookup: LookupFunction = (name, options, callback) => {
      if (name === 'far.example.org')
        callback(Object.assign(new Error(), { code: 'ENOTFOUND' }), [])
      else lookups('10.0.0.1')(name, options, callback)
    }
    const fetch = fetcher({ guard: closed, environment: { ALL_PROXY: proxy.uri }, lookup })
    const ask = (host: string) => fetch({ url: `http://${host}/`, method: 'GET' })
    expect(await ask('10.0.0.1')).toMatchObject({ cause: 'refused' })
    expect(await ask('near.example.org')).toMatchObject({ cause: 'refused' })
    expect(await ask('far.example.org')).toMatchObject({ status: 200 })
    expect(proxy.asked).toEqual(['far.example.org:80'])
  })
})

describe('describeFailure', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'refused', 'the certificate is not valid: CERT_HAS_EXPIRED'],
    ['EAI_AGAIN', 'transient', 'names cannot be looked up now'],
    ['EPIPE', 'transient', 'the connection failed'],
  ])('should say what %s means', (code, cause, reason) => {
    const error = Object.assign(new Error('secret'), { code })
    expect(describeFailure(error)).toEqual({ kind: 'failure', cause, reason })
    expect(describeFailure(new AggregateError([error]))).toMatchObject({ reason })
  })

  it('should know nothing of what is no error', () => {
    expect(describeFailure('secret')).toMatchObject({ reason: 'the connection failed' })
  })
})
