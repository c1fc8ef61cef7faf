import type { Ports } from './ports.ts'

/** Reads blobs by their ids, in one run of git; those that the repository does not have are left out. */
export async function readBlobs(
  ids: readonly string[],
  ports: Pick<Ports, 'openHistory'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { source } = await ports.openHistory()
  const found = new Map<string, Uint8Array>()
  for await (const { id, bytes } of source.blobs([...new Set(ids)]))
    if (bytes !== undefined) found.set(id, bytes)
  return found
}
