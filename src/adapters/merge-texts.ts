import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TextVersions } from '../ports.ts'
import { collectGit } from './collect-git.ts'

/**
 * Merges two texts that were made from a third; `undefined` where they conflict, or are no text.
 *
 * Source: https://git-scm.com/docs/git-merge-file
 */
export async function mergeTexts(
  root: string,
  { base, ours, theirs }: TextVersions,
  environment: NodeJS.ProcessEnv,
): Promise<Uint8Array | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'crossoff-'))
  try {
    const files = Object.entries({ ours, base, theirs }).map(([name, bytes]) => {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      return file
    })
    const args = ['merge-file', '--stdout', '--quiet', ...files]
    const { output, failure } = await collectGit(root, args, environment)
    return failure === undefined ? output : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
