import { isSameBytes } from './is-same-bytes.ts'

/** Decodes UTF-8, a byte order mark included; `undefined` where bytes are none, and would be lost. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = new TextEncoder().encode(text)
  const isSame = isSameBytes(again, bytes)
  return isSame ? text : undefined
}
