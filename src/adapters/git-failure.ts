import { CrossoffError } from '../errors.ts'

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
 * @param said What git wrote to its error stream: the reason, in its own words.
 */
export function gitFailed(root: string, command: string, said: string): CrossoffError {
  return new CrossoffError('git', `\`git ${command}\` failed in \`${root}\``, { help: said.trim() })
}
