import { checkDocuments } from '../links/check-documents.ts'
import type { CheckReport } from '../reporters/report.ts'
import { findLines } from './find-lines.ts'
import { linkOptions } from './link-options.ts'
import { listDocuments } from './list-documents.ts'
import type { Ports } from './ports.ts'

/** What `check` is asked. */
export interface CheckOptions {
  /** Documents, folders and globs, from the repository's root; none for the whole repository. */
  readonly paths: readonly string[]
}

/** Checks documents of the repository. */
export async function checkRepository(options: CheckOptions, ports: Ports): Promise<CheckReport> {
  const { tree } = ports
  const documents = await listDocuments(options.paths, ports)
  const engine = await ports.loadEngine()
  const { diagnostics, counts } = checkDocuments({
    files: tree,
    documents,
    engine,
    options: linkOptions(ports.config),
  })
  return { kind: 'check', findings: findLines(diagnostics, tree), counts }
}
