import type { LinkContext } from '../links/link-context.ts'
import type { LinkOptions } from '../links/link-options.ts'
import { listRemoteLinks } from '../links/list-remote-links.ts'
import { proveRemote } from '../remote/prove-remote.ts'
import type { WebOptions } from './ask-web.ts'
import { readLinkLedger, writeLinkLedger } from './link-ledger.ts'
import type { Ports } from './ports.ts'
import { type KnowledgeSources, toKnowledge } from './remote-knowledge.ts'

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
): Promise<NonNullable<LinkOptions['remote']>> {
  const knowledge = toKnowledge(await findSources(context, online, ports), ports)
  return (target) => proveRemote(target, knowledge)
}

async function findSources(
  context: LinkContext,
  online: WebOptions | undefined,
  ports: Ports,
): Promise<KnowledgeSources> {
  const stored = readLinkLedger(ports)
  const known = { ledger: stored?.ledger ?? {}, isKept: stored !== undefined }
  if (online === undefined) return known
  // What only asking needs, such as a parser of HTML, must not cost a hook anything.
  const { askLinks } = await import('./ask-links.ts')
  const asked = await askLinks(listRemoteLinks(context), known.ledger, online, ports)
  if (stored !== undefined) await writeLinkLedger(stored, asked.ledger, ports)
  return { ...known, ...asked }
}
