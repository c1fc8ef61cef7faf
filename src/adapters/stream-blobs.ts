import type { Blob } from '../history/history-source.ts'
import { type ByteReader, createByteReader } from './create-byte-reader.ts'
import { gitFailed } from './git-failure.ts'
import { spawnGit } from './spawn-git.ts'

/**
 * Reads blobs in the order of their ids, in one run of git that goes on only as fast as they are
 * taken. It is ended when nobody takes more.
 *
 * ```text
 * 587be6b4c3f93f93c489c0111bba5596147a26cb blob 2
 * x
 *
 * 62a05e87b2a5d3bd9ea47ba5c5f5cd2c1a0f0f10 missing
 * ```
 *
 * Source: https://git-scm.com/docs/git-cat-file#_batch_output
 */
export async function* streamBlobs(
  root: string,
  ids: readonly string[],
  environment: NodeJS.ProcessEnv,
): AsyncGenerator<Blob, void, undefined> {
  if (ids.length === 0) return
  const git = spawnGit(root, ['cat-file', '--batch', '--buffer'], environment)
  try {
    // Node holds what git has not read yet: were we to wait for git to read, and git for us, neither would.
    git.input.end(ids.map((id) => `${id}\n`).join(''))
    const reader = createByteReader(git.output)
    for (const id of ids) {
      const blob = await readBlob(id, reader)
      if (blob === undefined) throw (await git.failure) ?? endedEarly(root, id)
      yield blob
    }
  } finally {
    git.stop()
    await git.failure
  }
}

/** Reads the answer to an id; `undefined` where the output ends before it is whole. */
async function readBlob(id: string, reader: ByteReader): Promise<Blob | undefined> {
  const header = await reader.line()
  if (header === undefined) return undefined
  const { kind, size } = OBJECT.exec(header)?.groups ?? {}
  if (size === undefined) return { id, bytes: undefined }
  const bytes = await reader.bytes(Number(size))
  const lineBreak = await reader.bytes(1)
  if (bytes === undefined || lineBreak === undefined) return undefined
  return { id, bytes: kind === 'blob' ? bytes : undefined }
}

/** Such as `587be6b4c3f93f93c489c0111bba5596147a26cb blob 2`; anything else says that there is none. */
const OBJECT = /^[0-9a-f]+ (?<kind>[a-z]+) (?<size>\d+)$/u

function endedEarly(root: string, id: string): Error {
  return gitFailed(root, 'cat-file', `it ended before it had given \`${id}\``)
}
