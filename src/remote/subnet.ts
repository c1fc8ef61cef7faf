import { parseAddress } from './parse-address.ts'

/** Addresses that begin with the same bits. */
export interface Subnet {
  readonly bytes: readonly number[]
  readonly bits: number
}

/** Parses `10.0.0.0/8`, or one address; `undefined` where the text is neither. */
export function parseSubnet(text: string): Subnet | undefined {
  const [address = '', length, ...rest] = text.split('/')
  const bytes = parseAddress(address)
  if (bytes === undefined || rest.length > 0) return undefined
  const bits = length === undefined ? bytes.length * 8 : Number(length)
  const isLength = length === undefined || LENGTH.test(length)
  return isLength && bits <= bytes.length * 8 ? { bytes, bits } : undefined
}

/** "24" */
const LENGTH = /^\d{1,3}$/u

/** Tells whether an address is one of a subnet's. */
export function isInSubnet(address: readonly number[], { bytes, bits }: Subnet): boolean {
  if (address.length !== bytes.length) return false
  const whole = bits >> 3
  const mask = 255 & ~(255 >> (bits & 7))
  const isSame = bytes.slice(0, whole).every((byte, index) => byte === address[index])
  return isSame && (((bytes[whole] ?? 0) ^ (address[whole] ?? 0)) & mask) === 0
}
