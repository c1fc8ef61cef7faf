import { CrossoffError } from '../errors.ts'
import type { IndexChange } from '../ports.ts'
import { collectGit } from './collect-git.ts'
import { encodeName } from './file-name.ts'
import { loadIndex } from './load-index.ts'

/**
 * Puts other versions of files into the index, all or none: git renames a new index into the place of
 * the old one.
 *
 * The bytes are taken as they are: they were made from what git had converted already.
 */
export async function replaceInIndex(
  root: string,
  changes: readonly IndexChange[],
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const ids: string[] = []
  for (const { after } of changes) ids.push(await writeBlob(root, after, environment))
  const entries = await loadIndex(root, environment)
  const lines = changes.map(({ path, before }, index) => {
    const entry = entries.get(path)
    if (entry?.id !== before || entry.isUnmerged) throw changed(path)
    return Buffer.concat([
      Buffer.from(`${entry.mode} ${ids[index] ?? ''}\t`),
      Buffer.from(encodeName(path)),
      Buffer.of(0),
    ])
  })
  const args = ['update-index', '-z', '--index-info']
  const { failure } = await collectGit(root, args, environment, Buffer.concat(lines))
  if (failure !== undefined) throw failure
}

async function writeBlob(
  root: string,
  bytes: Uint8Array,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const { output, failure } = await collectGit(
    root,
    ['hash-object', '-w', '--no-filters', '--stdin'],
    environment,
    bytes,
  )
  if (failure !== undefined) throw failure
  return output.toString('latin1').trim()
}

function changed(path: string): CrossoffError {
  return new CrossoffError('file-changed', `\`${path}\` was staged anew since it was read`, {
    help: 'run the command again',
  })
}
