import { CrossoffError } from '../errors.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import type { Ledger } from '../remote/ledger.ts'
import { parseLedger } from '../remote/parse-ledger.ts'
import { renderLedger } from '../remote/render-ledger.ts'
import type { Ports } from './ports.ts'

/** A ledger as it stands in the repository. */
export interface StoredLedger {
  readonly bytes: Uint8Array
  readonly ledger: Ledger
}

/** Reads the ledger of links; `undefined` where the repository has none. */
export function readLinkLedger({ tree }: Ports): StoredLedger | undefined {
  const bytes = tree.kindOf(LEDGER_FILE) === 'file' ? tree.read(LEDGER_FILE) : undefined
  return bytes && { bytes, ledger: parseLedger(new TextDecoder().decode(bytes)) }
}

/**
 * Gives the text of a ledger, in place of the one that is there.
 *
 * What somebody's formatter or git made of it stays while there is no news, and so do line ends.
 */
export function renderNext(stored: StoredLedger | undefined, ledger: Ledger): string {
  const text = renderLedger(ledger)
  if (stored === undefined) return text
  const old = new TextDecoder().decode(stored.bytes)
  if (renderLedger(stored.ledger) === text) return old
  return old.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}

/** Writes the ledger where it says anything new, or is not there yet; tells whether it did. */
export async function writeLinkLedger(
  stored: StoredLedger | undefined,
  ledger: Ledger,
  ports: Ports,
): Promise<boolean> {
  const before = stored?.bytes
  const text = renderNext(stored, ledger)
  if (before !== undefined && new TextDecoder().decode(before) === text) return false
  const after = new TextEncoder().encode(text)
  await ports.write([{ path: LEDGER_FILE, after, ...(before && { before }) }])
  return true
}

/**
 * Writes what a check learnt. It is worth telling though it cannot be kept: on a read-only disk, say.
 *
 * @returns Why it is not kept, a sentence.
 */
export async function keepLinkLedger(
  stored: StoredLedger,
  ledger: Ledger,
  ports: Ports,
): Promise<readonly string[]> {
  try {
    await writeLinkLedger(stored, ledger, ports)
    return []
  } catch (error) {
    if (!(error instanceof CrossoffError)) throw error
    return [`the answers are not kept, and will be asked for again: ${error.message}`]
  }
}
