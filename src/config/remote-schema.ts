import * as v from 'valibot'
import type { RemoteConfig } from '../remote/remote-config.ts'
import { table } from './table.ts'

const text = v.pipe(v.string(), v.minLength(1))

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

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
        text,
        v.pipe(v.string(), v.startsWith('CROSSOFF_', 'a name that begins with `CROSSOFF_`')),
      ),
      v.description(
        'Headers, each with the environment variable that has its value; the name of the variable begins with `CROSSOFF_`. No other host gets them.',
      ),
    ),
  ),
  connect: v.exactOptional(
    v.pipe(text, v.url(), v.description('Server that answers for it: `http://127.0.0.1:8080`.')),
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
