import { createLinkContext } from '../links/create-link-context.ts'
import { listRemoteLinks, type RemoteLink } from '../links/list-remote-links.ts'
import { linkOptions } from './link-options.ts'
import { listDocuments } from './list-documents.ts'
import type { Ports } from './ports.ts'

/**
 * Lists the links to the web that nothing in the repository proves.
 *
 * @param paths Documents, folders and globs, from the repository's root; none for the whole repository.
 */
export async function listWebLinks(
  paths: readonly string[],
  ports: Ports,
): Promise<readonly RemoteLink[]> {
  const documents = await listDocuments(paths, ports)
  const engine = await ports.loadEngine()
  const options = await linkOptions(ports)
  return listRemoteLinks(createLinkContext({ files: ports.tree, documents, engine, options }))
}
