import { execFileSync } from 'node:child_process'
import { createTemporaryFolder, gitEnvironment, writeFiles } from './temporary-folder.ts'

/** A repository of real git, whose commits are the same at every run. */
export interface GitRepository {
  readonly root: string
  /** Runs git and gives what it prints, without the last line break. */
  git(...args: string[]): string
  /** Commits files, all that is staged and all that has changed; a minute after the commit before. */
  commit(message: string, files?: Readonly<Record<string, string | Uint8Array>>): string
  /** Merges branches into the current one; a conflict is left as it is. */
  merge(...branches: string[]): void
}

/** Makes a repository without a commit, which goes when the test is done. */
export function createRepository(...options: string[]): GitRepository {
  return openRepository(createTemporaryFolder(), options)
}

function openRepository(root: string, options: readonly string[]): GitRepository {
  let minutes = 0
  const run = (args: readonly string[]): string => {
    const moment = new Date(Date.UTC(2024, 1, 29, 12, minutes)).toISOString()
    return execFileSync('git', args, {
      cwd: root,
      env: { ...gitEnvironment, GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd()
  }
  run(['init', '--quiet', '--initial-branch=main', ...options])
  return {
    root,
    git: (...args) => run(args),
    commit: (message, files = {}) => {
      minutes++
      writeFiles(root, files)
      run(['add', '--all'])
      run(['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '--message', message])
      return run(['rev-parse', 'HEAD'])
    },
    merge: (...branches) => {
      minutes++
      try {
        run(['merge', '--quiet', '--no-ff', '--no-edit', ...branches])
      } catch (cause) {
        if (run(['ls-files', '--unmerged']) === '') throw cause
      }
    },
  }
}
