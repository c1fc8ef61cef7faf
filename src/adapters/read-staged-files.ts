import type { StagedFile } from '../history/staged-file.ts'
import { collectGit } from './collect-git.ts'
import { decodePrintedName } from './file-name.ts'
import { parseRawChange } from './parse-raw-change.ts'

/**
 * Reads which files the next commit would change, renames told: those that the index has otherwise
 * than the last commit, or has at all where there is no commit yet.
 */
export async function readStagedFiles(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<StagedFile[]> {
  const { output, failure } = await collectGit(root, diffArguments, environment)
  if (failure !== undefined) throw failure
  const files: StagedFile[] = []
  const pieces = output.toString('latin1').split('\0')
  for (let next = 0; next < pieces.length - 1; next++) {
    const change = parseRawChange(pieces[next] ?? '')
    // A rename has two paths, the old one first.
    const isRenamed = RENAME.test(pieces[next] ?? '')
    const from = isRenamed ? { from: decodePrintedName(pieces[++next] ?? '') } : {}
    const path = decodePrintedName(pieces[++next] ?? '')
    if (change !== undefined) files.push({ path, ...from, ...change })
  }
  return files
}

/** Such as `:100644 100644 62a0…5e87 5cb5…9d9e R086`. */
const RENAME = / R\d+$/u

const diffArguments: readonly string[] = [
  'diff',
  '--cached',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-ext-diff',
  '--ignore-submodules',
  '-M50%',
  '-l1000',
]
