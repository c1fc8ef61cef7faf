import { judgeAddress } from './judge-address.ts'
import { parseAddress } from './parse-address.ts'
import { isInSubnet, parseSubnet } from './subnet.ts'

/** What may be connected to. */
export interface GuardSettings {
  /** Whether machines of an own network, and this one, may be met; never what is forbidden. */
  readonly isPrivateAllowed: boolean
  /** Names of hosts, addresses and subnets that may be met whatever they are. */
  readonly allow: readonly string[]
}

/**
 * Says why a connection may not be made; `undefined` where it may.
 *
 * @param host The name that is in the URL.
 * @param address The IP address that it has.
 */
export type AddressGuard = (host: string, address: string) => string | undefined

/** Makes the guard of a run. A link is no reason to knock at a door that only this machine can reach. */
export function createAddressGuard({ isPrivateAllowed, allow }: GuardSettings): AddressGuard {
  const subnets = allow.flatMap((each) => parseSubnet(each) ?? [])
  const names = new Set(allow.map((each) => each.toLowerCase()))
  return (host, address) => {
    if (names.has(host.toLowerCase())) return undefined
    const bytes = parseAddress(address)
    if (bytes !== undefined && subnets.some((subnet) => isInSubnet(bytes, subnet))) return undefined
    const reach = judgeAddress(address)
    if (reach === 'public' || (reach === 'private' && isPrivateAllowed)) return undefined
    return reach === 'private'
      ? 'a private address, which is only met with `--allow-private`'
      : 'an address that no page is served from'
  }
}
