import type { FragmentsReport } from '../reporters/changelog-report.ts'
import { loadTemplate } from './load-template.ts'
import type { Ports } from './ports.ts'
import { type LedgerQuery, readLedger } from './read-ledger.ts'
import { type FragmentRequest, writeFragments } from './write-fragments.ts'

/** What `changelog --fragments` is asked. */
export interface FragmentsOptions extends LedgerQuery, Omit<FragmentRequest, 'template'> {
  /** Module that writes entries, instead of the config's. */
  readonly template?: string | undefined
}

/** Writes the entries of documents as files of another tool. */
export async function listFragments(
  { template: path, ...options }: FragmentsOptions,
  ports: Ports,
): Promise<FragmentsReport> {
  const { entries, notes } = await readLedger(options, ports)
  const template = await loadTemplate(path ?? ports.config.changelog?.template, ports)
  const written = await writeFragments(entries, { ...options, template }, ports)
  const { files } = written
  const outcome = options.isDryRun === true ? 'planned' : 'written'
  return {
    kind: 'fragments',
    outcome,
    tool: options.tool,
    files,
    notes: [...notes, ...written.notes],
  }
}
