import { CrossoffError } from '../errors.ts'
import { hideSecrets } from './hide-secrets.ts'

/** Says that git cannot be started; `cause` is what the system says. */
export function gitMissing(root: string, cause: Error): CrossoffError {
  return new CrossoffError('git', `\`git\` cannot be run in \`${root}\`: ${cause.message}`, {
    help: 'install git, or put it on the search path; the files of a repository are read through it',
    cause,
  })
}

/**
 * Says that a command of git gave up.
 *
 * @param said What git wrote to its error stream: the reason, in its own words, which may quote the URL of a remote.
 */
export function gitFailed(root: string, command: string, said: string): CrossoffError {
  const isUnfetched = UNFETCHED.test(said)
  const message = isUnfetched
    ? `\`${root}\` is a partial clone, and git could not fetch what it lacks`
    : `\`git ${command}\` failed in \`${root}\``
  const advice = isUnfetched ? 'run the command again where its remote can be reached\n' : ''
  return new CrossoffError('git', message, { help: `${advice}${hideSecrets(said.trim())}` })
}

/** "fatal: could not fetch 98d322362ebd from promisor remote"; translations keep the one word. */
const UNFETCHED = /\bpromisor\b/iu
