import { lookup as lookupName } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { type Dispatcher, EnvHttpProxyAgent, request as send } from 'undici'
import { checkHeaders, findAccess, type HostTable, readOwnHeaders } from '../remote/access.ts'
import type { AddressGuard } from '../remote/create-address-guard.ts'
import type { Fetch, FetchRequest, FetchResponse, FetchResult } from '../remote/fetch.ts'
import { version } from '../version.ts'
import { createConnector, createGuardedLookup } from './create-connector.ts'
import { limitTime } from './limit-time.ts'
import { tellSent } from './tell-sent.ts'
import { describeFailure } from './describe-failure.ts'
import { type BodyReader, readBody } from './read-body.ts'
import { readProxies } from './read-proxies.ts'

/** How requests go out. */
export interface FetchOptions {
  readonly guard: AddressGuard
  readonly hosts: HostTable
  /** Names the proxies, and the headers of hosts. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Asks what addresses a name has; else the system does. */
  readonly lookup?: LookupFunction
  readonly limits?: Partial<FetchLimits>
}

/** What a page may take. */
export interface FetchLimits {
  /** Milliseconds until a connection stands, until the server answers, and between two pieces of a page. */
  readonly connect: number
  readonly answer: number
  readonly piece: number
  /** Milliseconds that one request may take, whatever comes. */
  readonly whole: number
  /** Bytes that are read of a page. */
  readonly size: number
}

const LIMITS: FetchLimits = {
  connect: 10_000,
  answer: 20_000,
  piece: 10_000,
  whole: 60_000,
  size: 10 * 2 ** 20,
}

/** What sends requests, and what ends its connections. */
export interface Fetcher {
  readonly fetch: Fetch
  close(): Promise<void>
}

/**
 * Makes what sends requests: to addresses that the guard lets through alone, and without cookies.
 *
 * Throws `usage` where the environment has a proxy that is no URL, or a header that cannot be sent.
 */
export function createFetch(options: FetchOptions): Fetcher {
  const { environment, guard } = options
  const limits = { ...LIMITS, ...options.limits }
  const lookup = createGuardedLookup(guard, options.lookup ?? lookupName)
  const proxies = readProxies(environment)
  checkHeaders(options.hosts, environment)
  const dispatcher = new EnvHttpProxyAgent({
    ...proxies,
    connect: createConnector(guard, lookup, limits.connect),
    headersTimeout: limits.answer,
    bodyTimeout: limits.piece,
  })
  const isProxied = proxies.httpProxy !== '' || proxies.httpsProxy !== ''
  const sender = { ...options, limits, lookup, dispatcher, isProxied }
  return {
    fetch: (request, onSent = () => undefined) => fetchOnce(request, sender, onSent),
    close: () => dispatcher.destroy(),
  }
}

interface Sender extends FetchOptions {
  readonly limits: FetchLimits
  readonly lookup: LookupFunction
  readonly dispatcher: Dispatcher
  readonly isProxied: boolean
}

/** Not by resolving: a path that begins with `//` would name a host, which would get the headers. */
function moveTo(server: string, { pathname, search }: URL): URL {
  const address = new URL(server)
  address.pathname = pathname
  address.search = search
  return address
}

async function fetchOnce(
  request: FetchRequest,
  sender: Sender,
  onSent: () => void,
): Promise<FetchResult> {
  const url = new URL(request.url)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { kind: 'failure', cause: 'refused', reason: `\`${url.protocol}\` is not asked for` }
  const server = findAccess(url, sender.hosts)?.connect
  const address = server === undefined ? url : moveTo(server, url)
  const limit = limitTime(sender.limits.whole, request.signal)
  try {
    limit.signal.throwIfAborted()
    if (sender.isProxied) await checkBehindProxy(address, sender, limit.signal)
    const response = await send(address, {
      method: request.method,
      // undici hangs up after a HEAD, and would have to connect for the next one again.
      reset: false,
      dispatcher: sender.dispatcher.compose(tellSent(onSent)),
      signal: limit.signal,
      headers: {
        ...readOwnHeaders(url, sender.hosts, sender.environment),
        ...(request.etag !== undefined && { 'if-none-match': request.etag }),
        host: url.host,
        'user-agent': `crossoff/${version}`,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-encoding': 'gzip, br',
      },
    })
    return await toResult(request, response, sender.limits)
  } catch (error) {
    return describeFailure(error)
  } finally {
    limit.release()
  }
}

/**
 * A proxy looks names up by itself: what we know of them is checked as far as we know it, and the
 * rest is for the proxy to refuse.
 */
async function checkBehindProxy(
  { hostname }: URL,
  { lookup }: Sender,
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Nobody can end a lookup; what comes of it is not waited for.
    signal.addEventListener('abort', () => {
      reject(new DOMException('the lookup took too long', 'TimeoutError'))
    })
    lookup(hostname, { all: true }, (error) => {
      if (error !== null && describeFailure(error).cause === 'refused') reject(error)
      else resolve()
    })
  })
}

async function toResult(
  request: FetchRequest,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limits: FetchLimits,
): Promise<FetchResponse> {
  const response = {
    kind: 'response',
    status: statusCode,
    location: first(headers.location),
    etag: first(headers.etag),
    retryAfter: first(headers['retry-after']),
    isChallenge: CHALLENGES.some((name) => name in headers),
  } as const
  const type = first(headers['content-type']) ?? ''
  const isThere = statusCode >= 200 && statusCode < 300
  const openReader = isThere && HTML.test(type) ? request.openReader : undefined
  const isText = isThere && request.isText === true
  if (openReader === undefined && !isText) {
    await body.dump({ limit: SMALL })
    return response
  }
  const encoding = first(headers['content-encoding']) ?? ''
  const charset = CHARSET.exec(type)?.[1] ?? 'utf-8'
  const isBounded = 'content-length' in headers || 'transfer-encoding' in headers
  const form = { encoding, charset, isBounded, size: limits.size }
  return openReader === undefined
    ? { ...response, text: await readBody(body, openTextReader(), form) }
    : { ...response, page: await readBody(body, openReader(), form) }
}

function openTextReader(): BodyReader<string> {
  let text = ''
  return {
    write: (piece) => {
      text += piece
      return text.length < LONGEST_TEXT
    },
    end: () => text,
  }
}

/** As much as has to be read: https://www.rfc-editor.org/rfc/rfc9309#section-2.5 */
const LONGEST_TEXT = 500 * 1024

/** Headers of Cloudflare and of AWS WAF, which say that the answer is not the page's. */
const CHALLENGES = ['cf-mitigated', 'x-amzn-waf-action']

/** "text/html; charset=utf-8" */
const HTML = /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/iu

/** "charset=utf-8" */
const CHARSET = /charset="?([\w-]+)/iu

/** Bytes that are read to keep a connection. */
const SMALL = 65_536

function first(value: string | string[] | undefined): string | undefined {
  return typeof value === 'object' ? value[0] : value
}
