import { CrossoffError } from '../errors.ts'
import type { LinkContext } from '../links/link-context.ts'
import type { LinkOptions } from '../links/link-options.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import { listRemoteLinks } from '../links/list-remote-links.ts'
import type { Ledger } from '../remote/ledger.ts'
import { proveRemote } from '../remote/prove-remote.ts'
import type { WebOptions } from './ask-web.ts'
import { readLinkLedger, type StoredLedger, writeLinkLedger } from './link-ledger.ts'
import type { Ports } from './ports.ts'
import { type KnowledgeSources, toKnowledge } from './remote-knowledge.ts'

/** What proves links to the web. */
export interface LinkProof {
  readonly prove: NonNullable<LinkOptions['remote']>
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * Gives what proves links to the web: the ledger, and what asking brought beyond it, which a ledger that
 * is there then has too.
 *
 * @param online How links are asked for; absent where nothing may be sent.
 */
export async function proveLinks(
  context: LinkContext,
  online: WebOptions | undefined,
  ports: Ports,
): Promise<LinkProof> {
  const { notes, ...sources } = await findSources(context, online, ports)
  const knowledge = toKnowledge(sources, ports)
  return { prove: (target) => proveRemote(target, knowledge), notes }
}

async function findSources(
  context: LinkContext,
  online: WebOptions | undefined,
  ports: Ports,
): Promise<KnowledgeSources & Pick<LinkProof, 'notes'>> {
  const stored = readLinkLedger(ports)
  const known = { ledger: stored?.ledger ?? {}, isKept: stored !== undefined, notes: [] }
  if (online === undefined) return known
  // What only asking needs, such as a parser of HTML, must not cost a hook anything.
  const { askLinks } = await import('./ask-links.ts')
  const asked = await askLinks(listRemoteLinks(context), known.ledger, online, ports)
  const notes = await keep(stored, asked.ledger, ports)
  if (asked.interrupt !== undefined) {
    const { refuseInterrupted } = await import('./refuse-interrupted.ts')
    refuseInterrupted(asked, stored === undefined ? UNKEPT : notes[0])
  }
  return { ...known, ...asked, notes }
}

const UNKEPT = `nothing is kept where there is no \`${LEDGER_FILE}\``

/** What was found out is worth telling though it cannot be kept: on a read-only disk, say. */
async function keep(
  stored: StoredLedger | undefined,
  ledger: Ledger,
  ports: Ports,
): Promise<readonly string[]> {
  if (stored === undefined) return []
  try {
    await writeLinkLedger(stored, ledger, ports)
    return []
  } catch (error) {
    if (!(error instanceof CrossoffError)) throw error
    return [`the answers are not kept, and will be asked for again: ${error.message}`]
  }
}
