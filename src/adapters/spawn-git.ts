import type { Readable, Writable } from 'node:stream'
import type { CrossoffError } from '../errors.ts'
import { gitEnvironment } from './git-environment.ts'
import { gitFailed, gitMissing } from './git-failure.ts'

/** A git that is running. */
export interface GitProcess {
  readonly input: Writable
  /** What git prints; it waits while nobody reads. */
  readonly output: Readable
  /**
   * Settles when git has ended and its output is read: with what went wrong, `undefined` where
   * nothing did. Never rejects.
   */
  readonly failure: Promise<CrossoffError | undefined>
  /** Ends git, whatever it is doing. */
  stop(): void
}

/**
 * Starts git in a repository's root.
 *
 * Every path that is given to it is a name, never a pattern.
 *
 * @param args The command, then its arguments.
 */
export function spawnGit(
  root: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): GitProcess {
  // Only asked for here: loading it takes longer than a small check.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const child = spawn('git', [...globalOptions, ...args], {
    cwd: root,
    env: withoutPatterns(gitEnvironment(root, environment)),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  child.stdin.on('error', () => {
    // Git went before it had read all: how it ended says why.
  })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const failure = new Promise<CrossoffError | undefined>((settle) => {
    child.once('error', (cause) => {
      settle(gitMissing(root, cause))
    })
    child.once('close', (status, signal) => {
      const reason = signal === null ? Buffer.concat(said).toString('utf8') : endedBy(signal)
      settle(status === 0 ? undefined : gitFailed(root, args[0] ?? '', reason))
    })
  })
  return {
    input: child.stdin,
    output: child.stdout,
    failure,
    stop: () => {
      child.kill()
      child.stdout.destroy()
    },
  }
}

const globalOptions: readonly string[] = [
  '--literal-pathspecs',
  '--no-pager',
  // What `-m` of `git log` stands for is the user's to set; there is no flag that all versions know.
  '-c',
  'log.diffMerges=separate',
]

/** Git refuses other ways to read a path beside the literal one. */
function withoutPatterns(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^GIT_\w+_PATHSPECS$/u.test(name)),
  )
}

function endedBy(signal: NodeJS.Signals): string {
  return `it was ended by ${signal} before it was done; run the command again`
}
