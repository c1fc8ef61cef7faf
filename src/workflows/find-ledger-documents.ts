import { dirname } from 'node:path/posix'
import { findDocument } from './find-document.ts'
import { matchFiles } from './match-files.ts'
import type { Ports } from './ports.ts'

/**
 * Finds the documents that a changelog is made of: the one that is named, else all of the config's, of
 * which those in the changelog's own folder count where there are any, else the one that is found.
 *
 * So each package of a repository has the entries of its own documents, and a changelog at the root
 * those of all.
 */
export async function findLedgerDocuments(
  { file, folder }: { readonly file?: string | undefined; readonly folder?: string | undefined },
  ports: Ports,
): Promise<readonly string[]> {
  const { documents } = ports.config
  if (file !== undefined || documents === undefined) return [await findDocument(ports, file)]
  const found = await matchFiles(ports.tree, documents)
  if (found.length === 0) return [await findDocument(ports, file)]
  const near = found.filter((path) => isBelow(path, folder ?? ''))
  return near.length === 0 ? found : near
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || dirname(path) === folder || path.startsWith(`${folder}/`)
}
