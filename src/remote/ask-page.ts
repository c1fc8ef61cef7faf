import { decodePercent } from '../links/parse-target.ts'
import type { Ask } from './create-scheduler.ts'
import type { FetchFailure, FetchResponse, FetchResult } from './fetch.ts'
import { judgeFragments, judgePage, judgeStatus } from './judge-response.ts'
import type { KnownAnswer, PageAnswer } from './page-answer.ts'
import { openPageReader } from './page-reader.ts'
import { suspectPage } from './suspect-page.ts'

/** What is to be known of a page. */
export interface PageQuery {
  /** Without fragment. */
  readonly url: string
  readonly fragments: readonly string[]
  /** What the page was when all of that was known. */
  readonly etag?: string | undefined
}

/** Asks for a page, wherever it is now. */
export async function askPage(query: PageQuery, ask: Ask): Promise<PageAnswer> {
  const met = new Set<string>()
  let isPermanent = true
  let hash = ''
  for (let url = query.url; met.size <= MOST_REDIRECTS;) {
    met.add(url)
    const result = await askHop(url, query, ask)
    if (result.kind === 'failure') return toAnswer(result)
    const location = findLocation(result, url) ?? findRefresh(result, url, query)
    if (location === undefined) {
      return judge({ query, url, hash, isMoved: isPermanent && url !== query.url }, result)
    }
    if (met.has(location.url)) return { status: 'unknown', reason: 'it redirects in a circle' }
    isPermanent &&= PERMANENT.has(result.status)
    hash = location.hash || hash
    url = location.url
  }
  return { status: 'unknown', reason: `it redirects more than ${MOST_REDIRECTS} times` }
}

const MOST_REDIRECTS = 10

const PERMANENT: ReadonlySet<number> = new Set([301, 308])

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** A page is read for fragments, or looked at for its headline; of a file, a head is enough where the server gives it. */
async function askHop(url: string, query: PageQuery, ask: Ask): Promise<FetchResult> {
  const wanted = new Set(query.fragments)
  if (wanted.size > 0 || !FILE.test(new URL(url).pathname)) {
    const openReader = () => openPageReader(wanted)
    const etag = url === query.url ? query.etag : undefined
    const page = await ask({ url, method: 'GET', etag, openReader })
    const isFinal = page.kind === 'response' || page.cause !== 'transient'
    // A page that breaks off may have a head all the same.
    if (wanted.size > 0 || isFinal) return page
  }
  const head = await ask({ url, method: 'HEAD' }, true)
  const isEnough = head.kind === 'response' && head.status < 400
  // Servers that know no HEAD answer anything, or hang up.
  const isFinal = head.kind === 'failure' && head.cause !== 'transient'
  return isEnough || isFinal ? head : ask({ url, method: 'GET' })
}

/** "/plan.pdf": what no headline is looked for in */
const FILE =
  /\.(?:pdf|zip|tar|t?gz|xz|bz2|7z|png|jpe?g|gif|svg|webp|ico|mp[34]|webm|iso|exe|dmg|deb|rpm|jar|whl|json|xml|txt|csv|js|css|patch|diff)$/iu

function toAnswer({ cause, reason }: FetchFailure): PageAnswer {
  if (cause !== 'unresolved') return { status: 'unknown', reason }
  return { status: 'dead', reason, fragments: {} }
}

/** Where a redirect leads. */
interface Location {
  /** Without fragment. */
  readonly url: string
  /** The fragment, with its `#`; empty where the redirect has none. */
  readonly hash: string
}

/** A name and a password in a redirect are never sent, and would stay in the ledger. */
function findLocation({ status, location }: FetchResponse, url: string): Location | undefined {
  if (!REDIRECTS.has(status) || location === undefined) return undefined
  return toLocation(location, url)
}

function toLocation(written: string, base: string): Location | undefined {
  if (!URL.canParse(written, base)) return undefined
  const target = new URL(written, base)
  const { hash } = target
  target.hash = ''
  target.username = ''
  target.password = ''
  return { url: target.href, hash }
}

/**
 * Tells where a page sends readers before they have seen it: for them, that is a redirect like any other.
 *
 * What stands before a page, such as a check for programs, does so too.
 */
function findRefresh(
  { status, isChallenge, page }: FetchResponse,
  url: string,
  query: PageQuery,
): Location | undefined {
  if (page?.refresh === undefined || page.refresh.seconds > 0) return undefined
  if (judgeStatus(status, isChallenge === true).status !== 'alive') return undefined
  if (judgePage(query.url, url, page) !== undefined) return undefined
  const base = URL.canParse(page.base, url) ? new URL(page.base, url).href : url
  const location = toLocation(page.refresh.url, base)
  // A page that is loaded anew stays where it is, and a script is no place.
  const isPlace = location !== undefined && /^https?:/u.test(location.url)
  return isPlace && location.url !== url ? location : undefined
}

/** The page that was reached. */
interface Arrival {
  readonly query: PageQuery
  readonly url: string
  /** The fragment that redirects led to, with its `#`; else empty. */
  readonly hash: string
  readonly isMoved: boolean
}

function judge({ query, url, hash, isMoved }: Arrival, response: FetchResponse): PageAnswer {
  if (response.status === 304) return { status: 'alive', isSame: true, fragments: {} }
  const verdict = judgeStatus(response.status, response.isChallenge === true)
  if (verdict.status === 'dead') return { ...verdict, fragments: {} }
  if (verdict.status === 'unknown') return verdict
  const doubt = judgePage(query.url, url, response.page)
  if (doubt !== undefined) return { status: 'unknown', reason: doubt }
  const suspect = suspectPage({ asked: query.url, url: url + hash, page: response.page })
  if (suspect !== undefined) {
    const unknown = { status: 'unknown', reason: suspect } as const
    const fragments = query.fragments.map((each) => [each, unknown] as const)
    return { status: 'alive', suspect, fragments: Object.fromEntries(fragments) }
  }
  return {
    ...(isMoved ? { status: 'moved', location: url + hash } : { status: 'alive' }),
    // Of a page elsewhere, nobody will ask whether it is still the same.
    ...(response.etag !== undefined && url === query.url && { etag: response.etag }),
    fragments: { ...judgeFragments(query.fragments, response.page), ...findOthers(query, hash) },
  }
}

/**
 * Tells the fragments that a redirect puts another in the place of.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2
 */
function findOthers({ fragments }: PageQuery, hash: string): KnownAnswer['fragments'] {
  const own = decodePercent(hash.slice(1))
  const reason = 'a redirect leads to another fragment'
  const others = own === '' ? [] : fragments.filter((each) => each !== own)
  return Object.fromEntries(others.map((each) => [each, { status: 'unknown', reason }]))
}
