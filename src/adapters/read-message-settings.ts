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
    commentString: await readCommentString(settings, root, environment),
    cleanup: settings.get('commit.cleanup') ?? 'default',
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

/** Pieces are a key in lower case, a line break and a value; the last one set comes last. */
function readSettings(output: string): Map<string, string> {
  const settings = new Map<string, string>()
  for (const piece of output.split('\0').filter((each) => each.includes('\n'))) {
    const key = piece.slice(0, piece.indexOf('\n'))
    settings.delete(key)
    settings.set(key, piece.slice(key.length + 1))
  }
  return settings
}

/** Git takes either name, and the last one that is set; one of them only since 2.45. */
async function readCommentString(
  settings: ReadonlyMap<string, string>,
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const character = settings.get('core.commentchar') ?? '#'
  const string = settings.get('core.commentstring')
  if (string === undefined) return character
  const { output } = await collectGit(root, ['version'], environment)
  if (!knowsCommentString(output.toString('utf8'))) return character
  const names = [...settings.keys()].filter((key) => key.startsWith('core.'))
  return names.at(-1) === 'core.commentstring' ? string : character
}

function knowsCommentString(text: string): boolean {
  const [, major = '0', minor = '0'] = VERSION.exec(text) ?? []
  return Number(major) > 2 || (major === '2' && Number(minor) >= 45)
}

/** "git version 2.45.1.windows.1" */
const VERSION = /^git version (\d+)\.(\d+)/u
