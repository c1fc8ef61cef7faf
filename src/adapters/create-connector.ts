import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import type { AddressGuard } from '../remote/create-address-guard.ts'
import { refuse } from './describe-failure.ts'

/**
 * Makes a connector that meets no address but those that the guard let through: a name is looked up
 * once for each connection, and the connection goes to the very addresses that were checked. What the
 * name means a moment later does not matter.
 *
 * @param timeout Milliseconds until a connection stands.
 */
export function createConnector(
  guard: AddressGuard,
  lookup: LookupFunction,
  timeout: number,
): buildConnector.connector {
  const connect = buildConnector({ lookup, timeout })
  return (options, callback) => {
    const address = bare(options.hostname)
    // Nobody looks an address up.
    const reason = isIP(address) === 0 ? undefined : guard(address, address)
    if (reason === undefined) connect(options, callback)
    else callback(refuse(reason), null)
  }
}

/** Makes a lookup that fails where any address of a name is one that may not be met. */
export function createGuardedLookup(guard: AddressGuard, lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    const name = bare(hostname)
    lookup(name, { ...options, all: true }, (error, found, family) => {
      if (error !== null) {
        callback(error, [])
        return
      }
      const addresses =
        typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found
      const [first] = addresses
      const reason = addresses
        .map(({ address }) => guard(name, address))
        .find((each) => each !== undefined)
      if (reason !== undefined) callback(refuse(reason), [])
      else if (options.all === true || first === undefined) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

/** "[::1]" */
function bare(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
}
