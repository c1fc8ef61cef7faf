import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRemote } from '../changelog/commits/parse-remote.ts'
import { findGitDirectory } from './find-git-directory.ts'

/**
 * Reads the host of the remote `origin`, else of the only remote, from the config of a repository.
 *
 * The file is read, for git takes longer to start than a check to run; what git would include or put
 * in its place (`insteadOf`) is not known. `undefined` where no remote is on a host.
 */
export function readRemoteHost(root: string, environment: NodeJS.ProcessEnv): string | undefined {
  const directory = findGitDirectory(root, environment)
  const text = directory === undefined ? '' : readConfig(join(directory, 'config'))
  const remotes = [...text.matchAll(REMOTE)].flatMap(([, name = '', entries = '']) => {
    const url = URL_ENTRY.exec(entries)?.[1]
    return url === undefined ? [] : [{ name, url }]
  })
  const [only, ...others] = remotes
  const chosen =
    remotes.find(({ name }) => name === 'origin') ?? (others.length === 0 ? only : undefined)
  return chosen === undefined ? undefined : parseRemote(chosen.url)?.host
}

function readConfig(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // One that cannot be read says nothing, and git will tell where it is needed.
    return ''
  }
}

/** '[remote "origin"]' and the entries below it */
const REMOTE = /^\[remote "([^"\n]*)"\]((?:(?!\n\[)[^])*)/gmu

/** "url = git@forge.example:bakery/ovens.git" */
const URL_ENTRY = /^[ \t]*url[ \t]*=[ \t]*"?([^"\s]+)/mu
