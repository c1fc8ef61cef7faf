import { describe, expect, it } from 'vitest'
import { createAddressGuard } from '../../src/remote/create-address-guard.ts'
import { judgeAddress } from '../../src/remote/judge-address.ts'
import { parseSubnet } from '../../src/remote/subnet.ts'

/** Hosts as a URL may spell them, and who is met there. */
const hosts: Readonly<Record<string, ReturnType<typeof judgeAddress>>> = {
  // This machine, in every spelling that a URL takes.
  '127.0.0.1': 'private',
  '127.1': 'private',
  '127.0.1': 'private',
  '127.255.255.254': 'private',
  '2130706433': 'private',
  '0x7f000001': 'private',
  '0x7F.0.0.1': 'private',
  '0x7f.1': 'private',
  '017700000001': 'private',
  '0177.0.0.1': 'private',
  '0177.0.0.0x1': 'private',
  '127.0.0.1.': 'private',
  '①②⑦.⓪.⓪.①': 'private',
  '%31%32%37.0.0.1': 'private',
  '127。0。0。1': 'private',
  '[::1]': 'private',
  '[0:0:0:0:0:0:0:1]': 'private',
  '[0000::0001]': 'private',
  '[::ffff:127.0.0.1]': 'private',
  '[::ffff:7f00:1]': 'private',
  '[::FFFF:7F00:0001]': 'private',
  '[0:0:0:0:0:ffff:127.0.0.1]': 'private',
  '[::ffff:0:127.0.0.1]': 'private',
  '[64:ff9b::127.0.0.1]': 'private',
  '[2002:7f00:1::]': 'private',
  '[2a00::5efe:127.0.0.1]': 'private',
  '[2a00::200:5efe:7f00:1]': 'private',
  '[::127.0.0.1]': 'forbidden',
  // Nobody.
  '0': 'forbidden',
  '0.0.0.0': 'forbidden',
  '0x0': 'forbidden',
  '0.1.2.3': 'forbidden',
  '[::]': 'forbidden',
  '[::ffff:0.0.0.0]': 'forbidden',
  // Own networks.
  '10.0.0.1': 'private',
  '10.255.255.255': 'private',
  '167772161': 'private',
  '012.0.0.1': 'private',
  '172.16.0.1': 'private',
  '172.31.255.255': 'private',
  '192.168.1.1': 'private',
  '0xc0a80101': 'private',
  '3232235777': 'private',
  '192.168.257': 'private',
  '100.64.0.1': 'private',
  '100.127.255.255': 'private',
  '[::ffff:10.0.0.1]': 'private',
  '[::ffff:c0a8:101]': 'private',
  '[64:ff9b::10.0.0.1]': 'private',
  '[64:ff9b::c0a8:101]': 'private',
  '[2002:c0a8:101::1]': 'private',
  '[fc00::1]': 'private',
  '[fdff:ffff::1]': 'private',
  // Links and metadata.
  '169.254.169.254': 'forbidden',
  '2852039166': 'forbidden',
  '0xa9fea9fe': 'forbidden',
  '0251.0376.0251.0376': 'forbidden',
  '169.254.43518': 'forbidden',
  '169.254.170.2': 'forbidden',
  '168.63.129.16': 'forbidden',
  '100.100.100.200': 'forbidden',
  '192.0.0.192': 'forbidden',
  '[::ffff:169.254.169.254]': 'forbidden',
  '[::ffff:a9fe:a9fe]': 'forbidden',
  '[64:ff9b::a9fe:a9fe]': 'forbidden',
  '[64:ff9b:1::a9fe:a9fe]': 'forbidden',
  '[2002:a9fe:a9fe::]': 'forbidden',
  '[fd00:ec2::254]': 'forbidden',
  '[fd20:ce::254]': 'forbidden',
  '[fe80::1]': 'forbidden',
  '[febf::1]': 'forbidden',
  '[fec0::1]': 'forbidden',
  // Examples, measurements, many at once, and what is kept for later.
  '192.0.2.1': 'forbidden',
  '192.88.99.1': 'forbidden',
  '198.18.0.1': 'forbidden',
  '198.51.100.7': 'forbidden',
  '203.0.113.9': 'forbidden',
  '224.0.0.1': 'forbidden',
  '240.0.0.1': 'forbidden',
  '255.255.255.255': 'forbidden',
  '[100::1]': 'forbidden',
  '[2001::1]': 'forbidden',
  '[2001:2::1]': 'forbidden',
  '[2001:10::1]': 'forbidden',
  '[2001:db8::1]': 'forbidden',
  '[3fff::1]': 'forbidden',
  '[5f00::1]': 'forbidden',
  '[ff02::1]': 'forbidden',
  // The world.
  '1.1.1.1': 'public',
  '9.255.255.255': 'public',
  '11.0.0.0': 'public',
  '100.63.255.255': 'public',
  '100.128.0.0': 'public',
  '172.15.255.255': 'public',
  '172.32.0.0': 'public',
  '192.167.255.255': 'public',
  '198.20.0.0': 'public',
  '223.255.255.255': 'public',
  '[2606:4700:4700::1111]': 'public',
  '[::ffff:1.1.1.1]': 'public',
  '[64:ff9b::1.1.1.1]': 'public',
  '[2002:101:101::]': 'public',
  '[2a00::5efe:1.1.1.1]': 'public',
}

describe('judgeAddress', () => {
  it.each(Object.entries(hosts))('should know who is met at %s: %s', (host, reach) => {
    expect(judgeAddress(new URL(`http://${host}/`).hostname)).toBe(reach)
  })

  it.each([
    '',
    'bakery',
    '1.2.3',
    '256.1.1.1',
    '1::2::3',
    '1:2:3',
    '::g',
    '::1.2.3',
    '1:2:3:4:5:6:7::8',
  ])('should forbid what is no address: %j', (text) => {
    expect(judgeAddress(text)).toBe('forbidden')
  })

  it('should forbid links to an interface of this machine', () => {
    expect(judgeAddress('fe80::1%eth0')).toBe('forbidden')
  })
})

describe('parseSubnet', () => {
  it.each(['10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '10.0.0.0/8/8', 'oven.example.org', '::/129'])(
    'should take no %j',
    (text) => {
      expect(parseSubnet(text)).toBeUndefined()
    },
  )
})

describe('createAddressGuard', () => {
  it('should refuse private addresses until they are asked for', () => {
    const closed = createAddressGuard({ isPrivateAllowed: false, allow: [] })
    const open = createAddressGuard({ isPrivateAllowed: true, allow: [] })
    expect(closed('oven.example.org', '10.0.0.7')).toBe(
      'a private address, which is only met with `--allow-private`',
    )
    expect(open('oven.example.org', '10.0.0.7')).toBeUndefined()
    expect(closed('oven.example.org', '1.1.1.1')).toBeUndefined()
  })

  it('should refuse metadata even where private addresses are asked for', () => {
    const open = createAddressGuard({ isPrivateAllowed: true, allow: [] })
    expect(open('metadata.example.org', '169.254.169.254')).toBe(
      'an address that no page is served from',
    )
  })

  it('should let through what is listed: names, addresses and subnets', () => {
    const allow = ['Wiki.example.org', '10.1.0.0/15', 'fd12::1', '169.254.7.7']
    const guard = createAddressGuard({ isPrivateAllowed: false, allow })
    const isAllowed = (host: string, address: string): boolean => guard(host, address) === undefined
    expect(isAllowed('wiki.EXAMPLE.org', '192.168.0.1')).toBe(true)
    expect(isAllowed('oven.example.org', '192.168.0.1')).toBe(false)
    expect(isAllowed('oven.example.org', '10.1.9.9')).toBe(true)
    expect(isAllowed('oven.example.org', '10.2.0.1')).toBe(false)
    expect(isAllowed('oven.example.org', 'fd12::1')).toBe(true)
    expect(isAllowed('oven.example.org', 'fd12::2')).toBe(false)
    expect(isAllowed('oven.example.org', '169.254.7.7')).toBe(true)
  })
})
