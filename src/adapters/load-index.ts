import { collectGit } from './collect-git.ts'
import { decodePrintedName } from './file-name.ts'
import { type IndexEntry, listIndexArguments, readIndex } from './read-index.ts'

/** Loads what the next commit would have: what was only announced by `git add -N` is no part of it. */
export async function loadIndex(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, IndexEntry>> {
  const { output, failure } = await collectGit(root, listIndexArguments, environment)
  if (failure !== undefined) throw failure
  const entries = readIndex(output)
  const empty = [...entries].flatMap(([path, { id }]) => (EMPTY_BLOBS.has(id) ? [path] : []))
  for (const path of await findAnnounced(root, empty, environment)) entries.delete(path)
  return entries
}

/** A file that is announced stands in the index as an empty one; those are few. */
const EMPTY_BLOBS: ReadonlySet<string> = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
])

/**
 * Finds which files are announced: in a comparison with the work tree, nothing else is new.
 *
 * Source: https://git-scm.com/docs/git-add#Documentation/git-add.txt---intent-to-add
 */
async function findAnnounced(
  root: string,
  paths: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string[]> {
  if (paths.length === 0) return []
  const args = ['diff-files', '-z', '--name-only', '--diff-filter=A']
  const { output, failure } = await collectGit(root, args, environment)
  if (failure !== undefined) throw failure
  const announced = output.toString('latin1').split('\0').slice(0, -1)
  const names = new Set(announced.map(decodePrintedName))
  return paths.filter((path) => names.has(path))
}
