import { dirname, join } from 'node:path/posix'
import { findLedgerDocuments } from './find-ledger-documents.ts'
import type { Ports } from './ports.ts'

/**
 * Finds the changelog that is meant where none is named: the config's, else the nearest `CHANGELOG.md`
 * that is there, in the working directory, beside the document, or at the repository's root.
 */
export async function findChangelog(file: string | undefined, ports: Ports): Promise<string> {
  const { config, directory, tree } = ports
  if (config.changelog?.file !== undefined) return config.changelog.file
  const documents = await findLedgerDocuments({ file }, ports)
  const beside = documents.length === 1 ? documents.map(dirname) : []
  const found = [directory, ...beside]
    .map((folder) => join(folder, NAME))
    .find((path) => tree.kindOf(path) === 'file')
  return found ?? NAME
}

const NAME = 'CHANGELOG.md'
