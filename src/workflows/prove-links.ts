import type { LinkContext } from '../links/link-context.ts'
import type { LinkOptions } from '../links/link-options.ts'
import { LEDGER_FILE } from '../links/ledger-file.ts'
import { listRemoteLinks } from '../links/list-remote-links.ts'
import type { Share } from '../links/share.ts'
import type { Ledger } from '../remote/ledger.ts'
import { proveRemote } from '../remote/prove-remote.ts'
import type { WebOptions } from './ask-web.ts'
import { keepLinkLedger, readLinkLedger } from './link-ledger.ts'
import type { Ports } from './ports.ts'
import { type KnowledgeSources, toKnowledge } from './remote-knowledge.ts'

/** What proves links to the web. */
export interface LinkProof {
  readonly prove: NonNullable<LinkOptions['remote']>
  /** What is known of the web now. */
  readonly knowledge: KnowledgeSources
  /** What was known before. */
  readonly before: Ledger
  /** What else to know, a sentence each. */
  readonly notes: readonly string[]
}

/** How links to the web are proven. */
export interface ProofOptions {
  /** How they are asked for; absent where nothing may be sent. */
  readonly online: WebOptions | undefined
  /** What of them is asked for here; all are where nothing is said. */
  readonly share: Share | undefined
}

/**
 * Gives what proves links to the web: the ledger, and what asking brought beyond it, which a ledger that
 * is there then has too.
 */
export async function proveLinks(
  context: LinkContext,
  options: ProofOptions,
  ports: Ports,
): Promise<LinkProof> {
  const { notes, before, ...sources } = await findSources(context, options, ports)
  return { prove: createProof(sources, ports), knowledge: sources, before, notes }
}

/** Makes what proves links to the web by what is known. */
export function createProof(sources: KnowledgeSources, ports: Ports): LinkProof['prove'] {
  const knowledge = toKnowledge(sources, ports)
  return (target) => proveRemote(target, knowledge)
}

async function findSources(
  context: LinkContext,
  { online, share }: ProofOptions,
  ports: Ports,
): Promise<KnowledgeSources & Pick<LinkProof, 'before' | 'notes'>> {
  const stored = readLinkLedger(ports)
  const before = stored?.ledger ?? {}
  const known = { ledger: before, before, isKept: stored !== undefined, notes: [] }
  if (online === undefined) return known
  // What only asking needs, such as a parser of HTML, must not cost a hook anything.
  const { askLinks } = await import('./ask-links.ts')
  const links = listRemoteLinks(context).filter(
    ({ file, target }) => share?.hasLink?.(target, file) !== false,
  )
  const asked = await askLinks(links, before, online, ports)
  const notes = stored === undefined ? [] : await keepLinkLedger(stored, asked.ledger, ports)
  if (asked.interrupt !== undefined) {
    const { refuseInterrupted } = await import('./refuse-interrupted.ts')
    refuseInterrupted(asked, stored === undefined ? UNKEPT : notes[0])
  }
  return { ...known, ...asked, notes }
}

const UNKEPT = `nothing is kept where there is no \`${LEDGER_FILE}\``
