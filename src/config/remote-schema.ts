import * as v from 'valibot'
import type { RemoteConfig } from '../remote/remote-config.ts'
import { table } from './table.ts'

const text = v.pipe(v.string(), v.minLength(1))

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** "x-oven-key": https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2 */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/u

const SERVER = 'expected a scheme, a host and a port: `http://127.0.0.1:8080`'

/** Where the path of a link goes to, so that one of its own would be lost. */
function isServer(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, pathname, search, hash, username, password } = new URL(address)
  const isWeb = protocol === 'http:' || protocol === 'https:'
  return isWeb && pathname === '/' && search + hash + username + password === ''
}

/** Not by `check`, of which no JSON schema can be made. */
function refuse(isWrong: (text: string) => boolean, message: string): v.RawCheckAction<string> {
  return v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && isWrong(dataset.value)) addIssue({ message })
  })
}

const remoteHost = v.strictObject({
  concurrency: v.exactOptional(
    v.pipe(count, v.minValue(1), v.description('Requests at the same time; else 2.')),
  ),
  interval: v.exactOptional(
    v.pipe(count, v.description('Milliseconds between the starts of two requests; else 100.')),
  ),
  headers: v.exactOptional(
    v.pipe(
      table(
        v.pipe(
          text,
          refuse((name) => !TOKEN.test(name), 'expected the name of a header'),
        ),
        v.pipe(v.string(), v.startsWith('CROSSOFF_', 'a name that begins with `CROSSOFF_`')),
      ),
      v.description(
        'Headers, each with the environment variable that has its value; the name of the variable begins with `CROSSOFF_`. No other host gets them.',
      ),
    ),
  ),
  connect: v.exactOptional(
    v.pipe(
      text,
      v.url(),
      refuse((address) => !isServer(address), SERVER),
      v.description('Server that answers for it: `http://127.0.0.1:8080`.'),
    ),
  ),
})

/** What a config may say of links to the web. */
export const remote: v.GenericSchema<unknown, RemoteConfig> = v.strictObject({
  days: v.exactOptional(
    v.pipe(count, v.minValue(1), v.description('Days for which an answer counts; else 14.')),
  ),
  patience: v.exactOptional(
    v.pipe(
      count,
      v.description('Days in a row on which a link has to be dead before a run fails; else 3.'),
    ),
  ),
  budget: v.exactOptional(
    v.pipe(count, v.minValue(1), v.description('Seconds that all requests may take; else 600.')),
  ),
  skip: v.exactOptional(
    v.pipe(v.array(text), v.description('Beginnings of URLs that are never asked for.')),
  ),
  allow: v.exactOptional(
    v.pipe(
      v.array(text),
      v.description(
        'Hosts, addresses and subnets (`10.0.0.0/8`) that may be asked though they are private.',
      ),
    ),
  ),
  hosts: v.exactOptional(
    v.pipe(
      table(text, remoteHost),
      v.description('How a host is met: by `HOST`, `HOST:PORT`, or `SCHEME://HOST:PORT`.'),
    ),
  ),
})
