import { parseAddress } from './parse-address.ts'
import { isInSubnet, parseSubnet } from './subnet.ts'

/**
 * Who can be met at an address: `public` anybody; `private` a machine of an own network, or this one;
 * `forbidden` what no page is served from: links, metadata of a cloud, many at once, nobody.
 */
export type Reach = 'public' | 'private' | 'forbidden'

/** Tells who can be met at an IP address; one that cannot be read is forbidden. */
export function judgeAddress(text: string): Reach {
  const bytes = parseAddress(text)
  return bytes === undefined ? 'forbidden' : judgeBytes(bytes)
}

function judgeBytes(bytes: readonly number[]): Reach {
  for (const [subnet, reach] of SUBNETS) {
    const parsed = parseSubnet(subnet)
    if (parsed === undefined || !isInSubnet(bytes, parsed)) continue
    return typeof reach === 'string' ? reach : judgeBytes(bytes.slice(reach.ipv4, reach.ipv4 + 4))
  }
  // Behind any prefix, ISATAP reaches the IPv4 address that stands at the end.
  if (ISATAP.test(bytes.slice(8, 12).join('.'))) return judgeBytes(bytes.slice(12))
  return 'public'
}

/** "0.0.94.254" */
const ISATAP = /^[02]\.0\.94\.254$/u

/**
 * What is not public, the first that has an address counts; `ipv4` says from which byte on an IPv4
 * address stands in it.
 *
 * Source: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const SUBNETS: readonly (readonly [string, Reach | { readonly ipv4: number }])[] = [
  ['0.0.0.0/8', 'forbidden'],
  ['10.0.0.0/8', 'private'],
  // Alibaba's metadata.
  ['100.100.100.200', 'forbidden'],
  ['100.64.0.0/10', 'private'],
  ['127.0.0.0/8', 'private'],
  // Azure's metadata.
  ['168.63.129.16', 'forbidden'],
  ['169.254.0.0/16', 'forbidden'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'forbidden'],
  ['192.0.2.0/24', 'forbidden'],
  ['192.88.99.0/24', 'forbidden'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'forbidden'],
  ['198.51.100.0/24', 'forbidden'],
  ['203.0.113.0/24', 'forbidden'],
  ['224.0.0.0/3', 'forbidden'],
  ['::1', 'private'],
  ['::/96', 'forbidden'],
  ['::ffff:0:0/96', { ipv4: 12 }],
  ['::ffff:0:0:0/96', { ipv4: 12 }],
  ['64:ff9b::/96', { ipv4: 12 }],
  ['2001::/23', 'forbidden'],
  ['2001:db8::/32', 'forbidden'],
  ['2002::/16', { ipv4: 2 }],
  ['3fff::/20', 'forbidden'],
  // Amazon's metadata.
  ['fd00:ec2::/32', 'forbidden'],
  // Google's metadata.
  ['fd20:ce::254', 'forbidden'],
  ['fc00::/7', 'private'],
  // All of the rest but 2000::/3, which is what the world is given addresses of.
  ['::/3', 'forbidden'],
  ['4000::/2', 'forbidden'],
  ['8000::/1', 'forbidden'],
]
