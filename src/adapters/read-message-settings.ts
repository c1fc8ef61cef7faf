import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MessageSettings } from '../changelog/draft/message-settings.ts'
import { collectGit } from './collect-git.ts'

/**
 * Reads what git does with the message of the commit that is being made.
 *
 * Source: https://git-scm.com/docs/githooks#_prepare_commit_msg
 */
export async function readMessageSettings(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<MessageSettings> {
  const [config, paths] = await Promise.all([
    // Fails where nothing is set.
    collectGit(root, ['config', '-z', '--get-regexp', KEYS], environment),
    collectGit(
      root,
      ['rev-parse', ...replays.flatMap((name) => ['--git-path', name])],
      environment,
    ),
  ])
  if (paths.failure !== undefined) throw paths.failure
  const settings = readSettings(config.output.toString('utf8'))
  return {
    // Git takes either name, and the last one that is set.
    commentString: settings.get('comment') ?? '#',
    cleanup: settings.get('cleanup') ?? 'default',
    // So git tells a hook that it starts none.
    hasEditor: environment.GIT_EDITOR !== ':',
    isReplay: paths.output
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .some((path) => existsSync(resolve(root, path))),
  }
}

const KEYS = '^(core\\.comment(char|string)|commit\\.cleanup)$'

/** What git keeps while it makes commits of others. */
const replays = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply']

/** Pieces are a key in lower case, a line break and a value. */
function readSettings(output: string): Map<string, string> {
  return new Map(
    output
      .split('\0')
      .filter((piece) => piece.includes('\n'))
      .map((piece) => {
        const key = piece.slice(0, piece.indexOf('\n'))
        const value = piece.slice(key.length + 1)
        return [key === 'commit.cleanup' ? 'cleanup' : 'comment', value]
      }),
  )
}
