import type { FileDifference } from '../history/file-difference.ts'
import { collectGit } from './collect-git.ts'
import { decodePrintedName } from './file-name.ts'
import { parseRawChange } from './parse-raw-change.ts'
import { renameArguments } from './rename-arguments.ts'

/**
 * Loads which tracked files of the work tree are not what they were in a commit, in one run of git.
 *
 * A file that was only touched may be among them: git would have to read it to know. A file is renamed
 * where half its bytes are in another that is gone.
 *
 * @param state What is compared: the work tree, or the index, which the next commit would have.
 */
export async function loadDifferences(
  root: string,
  commit: string,
  environment: NodeJS.ProcessEnv,
  state: 'work tree' | 'index' = 'work tree',
): Promise<FileDifference[]> {
  const cached = state === 'index' ? ['--cached'] : []
  const args = [...diffArguments, ...cached, commit, '--']
  const { output, failure } = await collectGit(root, args, environment)
  if (failure !== undefined) throw failure
  return parseDifferences(output)
}

const diffArguments: readonly string[] = [
  'diff-index',
  ...renameArguments,
  '--ignore-submodules=dirty',
  '-O/dev/null',
]

/** Reads a change, then one path or, of a rename, two. */
function parseDifferences(output: Buffer): FileDifference[] {
  const differences: FileDifference[] = []
  const pieces = output.toString('latin1').split('\0')
  for (let next = 0; next < pieces.length - 1; next += 2) {
    const head = pieces[next] ?? ''
    const change = parseRawChange(head)
    const status = STATUS.exec(head)?.[1]
    const from = decodePrintedName(pieces[next + 1] ?? '')
    const to = status === 'R' ? decodePrintedName(pieces[++next + 1] ?? '') : from
    const blob = change?.before
    differences.push({
      ...(status === 'A' ? {} : { before: { path: from, ...(blob !== undefined && { blob }) } }),
      ...(status === 'D' ? {} : { path: to }),
    })
  }
  return differences
}

/** ":100644 100644 62a0…5e87 5cb5…9c9d R086" */
const STATUS = /([A-Z])\d*$/u
