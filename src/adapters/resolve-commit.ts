import { CrossoffError } from '../errors.ts'
import { collectGit } from './collect-git.ts'

/**
 * Finds the commit that a revision names: `HEAD`, `v1.0`, `main~3`.
 *
 * Throws `git` where there is no repository, no commit yet, or none of that name.
 *
 * @returns The commit's hash.
 */
export async function resolveCommit(
  root: string,
  revision: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  // `:/words` names a commit by its message, and takes all that follows for words.
  const commit = revision.startsWith(':/') ? revision : `${revision}^{commit}`
  const args = ['rev-parse', '--git-dir', '--verify', '--quiet', '--end-of-options', commit]
  const { output, failure } = await collectGit(root, args, environment)
  const [directory = '', hash = ''] = output.toString('utf8').split('\n')
  if (failure === undefined) return hash
  // The folder is printed first: without it git did not come as far as the revision.
  if (directory === '') throw failure.cause === undefined ? noRepository(root, failure) : failure
  throw revision === 'HEAD' ? noCommit(root) : unknownRevision(root, revision)
}

function noRepository(root: string, failure: CrossoffError): CrossoffError {
  return new CrossoffError('git', `git finds no repository in \`${root}\``, { help: failure.help })
}

function noCommit(root: string): CrossoffError {
  return new CrossoffError('git', `the repository in \`${root}\` has no commit yet`, {
    help: 'a history is made of commits: `git add` the document and commit it',
  })
}

function unknownRevision(root: string, revision: string): CrossoffError {
  return new CrossoffError('git', `\`${revision}\` names no commit in \`${root}\``, {
    help: '`git log`, `git branch --all` and `git tag` show what can be named; `git fetch --unshallow --tags` gets what a shallow clone lacks',
  })
}
