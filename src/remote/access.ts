import { CrossoffError } from '../errors.ts'
import { hostNameOf } from './host-name.ts'
import type { HostLimits } from './host-queue.ts'

/** How one server is met; what requests to others never have. */
export interface HostAccess {
  /** Requests at the same time. */
  readonly concurrency?: number
  /** Milliseconds between the starts of two requests. */
  readonly interval?: number
  /**
   * Headers, each with the name of the environment variable that has its value. A variable's name
   * begins with `CROSSOFF_`.
   */
  readonly headers?: Readonly<Record<string, string>>
  /** The server that answers for it: `http://127.0.0.1:8080`. */
  readonly connect?: string
}

/** Servers by what the config calls them: a host, or scheme and host. */
export type HostTable = Readonly<Record<string, HostAccess>>

/** Finds what the config says of the server of a URL: `http://oven.example.org:8080` before the host alone. */
export function findAccess(url: URL, hosts: HostTable): HostAccess | undefined {
  return hosts[url.origin] ?? hosts[url.host]
}

/** How fast a host is met where nobody says. */
const USUAL = { concurrency: 2, interval: 100 }

/** Gives how a host is to be met on all its ports: as carefully as the config says of any of them. */
export function findLimits(url: URL, hosts: HostTable): HostLimits {
  const own = findOwn(url, hosts)
  const counts = own.flatMap(({ concurrency }) => concurrency ?? [])
  const intervals = own.flatMap(({ interval }) => interval ?? [])
  return {
    concurrency: counts.length > 0 ? Math.min(...counts) : USUAL.concurrency,
    interval: intervals.length > 0 ? Math.max(...intervals) : USUAL.interval,
  }
}

/** Tells whether the config says how much time is to be between two requests to a host. */
export function isPaced(url: URL, hosts: HostTable): boolean {
  return findOwn(url, hosts).some(({ interval }) => interval !== undefined)
}

function findOwn(url: URL, hosts: HostTable): readonly HostAccess[] {
  const name = hostNameOf(url)
  return Object.entries(hosts).flatMap(([key, access]) => (nameOfKey(key) === name ? access : []))
}

function nameOfKey(key: string): string | undefined {
  const address = key.includes('://') ? key : `https://${key}`
  return URL.canParse(address) ? hostNameOf(new URL(address)) : undefined
}

/**
 * Gives the headers that only one server gets.
 *
 * Nobody listens in on `https:`. Elsewhere they are sent only where the config names the scheme too.
 */
export function readOwnHeaders(
  url: URL,
  hosts: HostTable,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const access = url.protocol === 'https:' ? findAccess(url, hosts) : hosts[url.origin]
  return Object.fromEntries(
    Object.entries(access?.headers ?? {}).flatMap(([name, variable]) => {
      const value = variable.startsWith(PREFIX) ? environment[variable] : undefined
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/**
 * Looks at the values of all headers before anything is sent.
 *
 * Throws `usage` where one cannot be sent; its value, which is a secret, is not in the message.
 */
export function checkHeaders(
  hosts: HostTable,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  for (const [host, { headers = {} }] of Object.entries(hosts)) {
    for (const [name, variable] of Object.entries(headers)) {
      const value = environment[variable] ?? ''
      if (SENDABLE.test(value)) continue
      const fault = LINE_BREAK.test(value) ? 'a line break' : 'a character that no header may have'
      throw new CrossoffError(
        'usage',
        `the environment variable \`${variable}\`, for the header \`${name}\` of \`${host}\`, has ${fault}`,
        { help: 'a value may have letters, digits, signs and spaces; look at its end first' },
      )
    }
  }
}

/** "Bearer 24": https://www.rfc-editor.org/rfc/rfc9110#section-5.5 */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/u

const LINE_BREAK = /[\r\n]/u

/** A config that others may change must not send away whatever the environment has. */
const PREFIX = 'CROSSOFF_'
