import { collectGit } from './collect-git.ts'
import { hideSecrets } from './hide-secrets.ts'

/**
 * Loads the URL of the remote that shows a repository, as git resolves it (`insteadOf`).
 *
 * That is the one of `remote.pushDefault`, else the branch's, else `origin`, else the only one;  what
 * may be a secret is taken out of its URL. `undefined` where there is none, as outside of a repository.
 */
export async function loadRemote(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const [config, head] = await Promise.all([
    collectGit(root, ['config', '-z', '--list'], environment),
    // Fails where no branch is checked out, which is as good as a branch without a remote.
    collectGit(root, ['symbolic-ref', '--quiet', '--short', 'HEAD'], environment),
  ])
  if (config.failure !== undefined) throw config.failure
  const branch = head.output.toString('utf8').trimEnd()
  const remote = chooseRemote(readConfig(config.output), branch)
  if (remote === undefined) return undefined
  // Tells the URL of a remote, and resolves one that stands in place of a name; asks no network.
  const args = ['ls-remote', '--get-url', '--end-of-options', remote]
  const { output, failure } = await collectGit(root, args, environment)
  if (failure !== undefined) throw failure
  return hideSecrets(output.toString('utf8').trimEnd())
}

/** Reads keys and values, of which the last of a key counts; git ends each pair with a zero byte. */
function readConfig(output: Buffer): Map<string, string> {
  const pairs = output.toString('utf8').split('\0').filter(Boolean)
  return new Map(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('\n')
      return [key, value.join('\n')]
    }),
  )
}

function chooseRemote(config: ReadonlyMap<string, string>, branch: string): string | undefined {
  const names = [...config.keys()].flatMap((key) => REMOTE.exec(key)?.groups?.name ?? [])
  const [only, ...others] = names
  return [
    config.get('remote.pushdefault'),
    config.get(`branch.${branch}.remote`),
    'origin',
    others.length === 0 ? only : undefined,
  ].find((remote) => remote !== undefined && (names.includes(remote) || URL_START.test(remote)))
}

/** "remote.origin.url" */
const REMOTE = /^remote\.(?<name>.+)\.url$/su
/** "https://", "git@forge.example:"; a dot alone stands for the repository itself. */
const URL_START = /^[^/]+:/u
