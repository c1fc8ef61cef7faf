import type { Ledger } from '../remote/ledger.ts'
import type { LinksChangeReport } from '../reporters/links-report.ts'
import { askLinks, type AskOptions, listDue } from './ask-links.ts'
import { compareLedgers, summarizeLedger } from './compare-ledgers.ts'
import { readLinkLedger, writeLinkLedger } from './link-ledger.ts'
import { listWebLinks } from './list-web-links.ts'
import type { Ports } from './ports.ts'
import { refuseInterrupted } from './refuse-interrupted.ts'

/** What `links update` is asked. */
export interface UpdateOptions extends AskOptions {
  /** Documents, folders and globs, from the repository's root; none for the whole repository. */
  readonly paths: readonly string[]
  /** Tells what would be asked, and sends nothing. */
  readonly isDryRun: boolean
}

/** Asks for the addresses of which too little is known, and keeps what they answer. */
export async function updateLinks(
  options: UpdateOptions,
  ports: Ports,
): Promise<LinksChangeReport> {
  const stored = readLinkLedger(ports)
  const before: Ledger = stored?.ledger ?? {}
  const links = await listWebLinks(options.paths, ports)
  if (options.isDryRun) {
    const asked = listDue(links, before, ports, options.isAll).map(({ url }) => url)
    return { kind: 'links-change', outcome: 'planned', asked, doubts: [], changes: [], notes: [] }
  }
  const found = await askLinks(links, before, options, ports)
  const { answers, ledger } = found
  const file = await summarizeLedger(stored, ledger)
  // Whoever ends a run that learnt nothing does not want a file that says so.
  const isWorthless = found.interrupt !== undefined && Object.keys(ledger).length === 0
  if (!isWorthless) await writeLinkLedger(stored, ledger, ports)
  refuseInterrupted(found)
  return {
    kind: 'links-change',
    outcome: 'written',
    asked: [...answers.keys()],
    doubts: [...answers].flatMap(([url, answer]) =>
      answer.status === 'unknown' ? [{ url, reason: answer.reason }] : [],
    ),
    changes: compareLedgers(before, ledger, ports),
    file,
    notes:
      stored === undefined
        ? [
            `commit \`${file.file}\`, so that hooks and others prove the same without a network`,
            `with \`${file.file} merge=union\` in \`.gitattributes\`, it merges without conflicts`,
          ]
        : [],
  }
}
