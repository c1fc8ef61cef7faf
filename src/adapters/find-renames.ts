import { collectGit } from './collect-git.ts'
import { decodePrintedName } from './file-name.ts'
import { parseRawChange } from './parse-raw-change.ts'
import { renameArguments } from './rename-arguments.ts'

/** A file that a commit has and one of its parents has not. */
export interface Addition {
  readonly commit: string
  readonly parent: string
  readonly path: string
}

/** Where an added file was in the parent. */
export interface RenameSource {
  readonly path: string
  /** Blob id of the file in the parent. */
  readonly blob: string
}

/**
 * Finds which additions are renames: the parent has a file, gone in the commit, of which half the
 * bytes are in the added one. A copy is none, and an empty file is nothing to tell a rename by.
 *
 * @returns One entry an addition, in their order; `undefined` where the file is new.
 */
export async function findRenames(
  root: string,
  additions: readonly Addition[],
  environment: NodeJS.ProcessEnv,
): Promise<(RenameSource | undefined)[]> {
  if (additions.length === 0) return []
  const input = additions.map(({ commit, parent }) => `${commit} ${parent}\n`).join('')
  const { output, failure } = await collectGit(root, diffArguments, environment, input)
  if (failure !== undefined) throw failure
  return readSources(output, additions)
}

const diffArguments: readonly string[] = [
  'diff-tree',
  '--stdin',
  '-r',
  ...renameArguments,
  '--diff-filter=R',
  // Prints the commit where it renames nothing too, so that each line of the input has its answer.
  '--always',
]

/** Reads the answers: a commit, then for each of its renames a change and two paths. */
function readSources(output: Buffer, additions: readonly Addition[]): (RenameSource | undefined)[] {
  const sources = additions.map((): RenameSource | undefined => undefined)
  const pieces = output.toString('latin1').split('\0')
  let current = -1
  for (let next = 0; next < pieces.length - 1; next++) {
    const change = parseRawChange(pieces[next] ?? '')
    if (change === undefined) {
      current++
      continue
    }
    const [from = '', to = ''] = pieces.slice(next + 1, next + 3)
    next += 2
    if (decodePrintedName(to) !== additions[current]?.path || change.before === undefined) continue
    sources[current] = { path: decodePrintedName(from), blob: change.before }
  }
  return sources
}
