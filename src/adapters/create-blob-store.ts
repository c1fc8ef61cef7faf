import type { BlobStore } from './create-index-tree.ts'
import { runGit } from './run-git.ts'
import { streamBlobs } from './stream-blobs.ts'

/** Keeps the blobs of a repository that were read. One that was not loaded before takes a run of git. */
export function createBlobStore(root: string, environment: NodeJS.ProcessEnv): BlobStore {
  const known = new Map<string, Uint8Array | undefined>()
  return {
    load: async (ids) => {
      const missing = [...new Set(ids)].filter((id) => !known.has(id))
      for await (const { id, bytes } of streamBlobs(root, missing, environment))
        known.set(id, bytes)
    },
    read: (id) => {
      if (!known.has(id)) known.set(id, runGit(root, ['cat-file', 'blob', id], environment))
      return known.get(id)
    },
  }
}
