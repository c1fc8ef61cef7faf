import { CrossoffError } from '../errors.ts'

/** The proxies of a run; empty where there is none. */
export type Proxies = Record<'httpProxy' | 'httpsProxy' | 'noProxy', string>

/**
 * Reads the proxies that an environment names; here, since what an embedder's process has in its
 * environment is not for us.
 *
 * Throws `usage` where one is no URL. Its value, which may hold a password, is not in the message.
 */
export function readProxies(environment: Readonly<Record<string, string | undefined>>): Proxies {
  const find = (word: string): readonly [name: string, value: string] => {
    const name = [word, word.toUpperCase()].find((each) => environment[each] !== undefined) ?? word
    return [name, environment[name] ?? '']
  }
  const read = (word: string): string => {
    const [name, value] = find(word)
    if (value === '' || isProxy(value)) return value
    throw new CrossoffError('usage', `the environment variable \`${name}\` is no URL of a proxy`, {
      help: 'expected one like `http://proxy.example.org:8080`',
    })
  }
  const all = read('all_proxy')
  return {
    httpProxy: read('http_proxy') || all,
    httpsProxy: read('https_proxy') || all,
    noProxy: find('no_proxy')[1],
  }
}

function isProxy(value: string): boolean {
  return URL.canParse(value) && SCHEMES.has(new URL(value).protocol)
}

/** Those that undici speaks. */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'socks:', 'socks5:'])
