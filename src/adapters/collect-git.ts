import type { CrossoffError } from '../errors.ts'
import { spawnGit } from './spawn-git.ts'

/** What a git that has ended gave. */
export interface GitResult {
  /** All that it printed; not whole where it failed. */
  readonly output: Buffer
  /** Why it failed; absent where it did not. */
  readonly failure: CrossoffError | undefined
}

/**
 * Runs git in a repository's root to its end, without blocking.
 *
 * @param input What git reads from its standard input.
 */
export async function collectGit(
  root: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  input: string | Uint8Array = '',
): Promise<GitResult> {
  const git = spawnGit(root, args, environment)
  const chunks: Buffer[] = []
  git.output.on('data', (chunk: Buffer) => chunks.push(chunk))
  git.input.end(input)
  const failure = await git.failure
  return { output: Buffer.concat(chunks), failure }
}
