import type { PageFacts, PageReader } from './page-reader.ts'

/** One request to one server; a redirect is an answer like any other. */
export interface FetchRequest {
  /** Without fragment. */
  readonly url: string
  readonly method: 'HEAD' | 'GET'
  /** What the page was last time: the server may say that it is the same. */
  readonly etag?: string | undefined
  /** Opens what reads the page; absent where nobody wants to know. */
  readonly openReader?: () => PageReader
  /** Whether the text is wanted, whatever it is. */
  readonly isText?: boolean
  /** Ends the request, wherever it is. */
  readonly signal?: AbortSignal | undefined
}

/** What a server answered. */
export interface FetchResponse {
  readonly kind: 'response'
  readonly status: number
  /** As written, for a redirect. */
  readonly location?: string | undefined
  readonly etag?: string | undefined
  /** As written: seconds, or a date. */
  readonly retryAfter?: string | undefined
  /** Whether the server wants to be shown a browser first, whatever the status says. */
  readonly isChallenge?: boolean
  /** What was read of the page; absent where it is no HTML, or nobody asked. */
  readonly page?: PageFacts
  /** The text, where it was wanted and is there; as much of it as is read of any. */
  readonly text?: string
}

/**
 * Why there is no answer: `refused` by crossoff itself, `unresolved` where nothing has the name,
 * `transient` where another time may do.
 */
export interface FetchFailure {
  readonly kind: 'failure'
  readonly cause: 'refused' | 'unresolved' | 'transient'
  /** In words that go behind "not known:". */
  readonly reason: string
}

/** What came of a request; it never throws. */
export type FetchResult = FetchResponse | FetchFailure

/**
 * Sends requests.
 *
 * @param onSent Is told when a connection stands and the request goes out; never where it comes to none.
 */
export type Fetch = (request: FetchRequest, onSent?: () => void) => Promise<FetchResult>
