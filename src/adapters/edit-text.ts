import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CrossoffError } from '../errors.ts'
import { splitWords } from './split-words.ts'

/** What an editor needs to be asked. */
export interface EditorSetting {
  readonly environment: NodeJS.ProcessEnv
  /** Whether somebody sits there to type. */
  readonly isTerminal: boolean
}

/**
 * Lets the user edit a text in `$VISUAL`, else `$EDITOR`.
 *
 * The variable is split at white space; single and double quotes hold words together, and no
 * shell sees it: `EDITOR="code --wait"`, `EDITOR="'/opt/my editor/edit' -n"`.
 */
export function editText(text: string, setting: EditorSetting): string {
  const { environment, isTerminal } = setting
  const [command, ...args] = splitWords(environment.VISUAL ?? environment.EDITOR ?? '')
  if (command === undefined) {
    throw new CrossoffError('usage', 'neither `VISUAL` nor `EDITOR` names an editor', {
      help: 'set one of them, or give the text in a file or on standard input',
    })
  }
  if (!isTerminal) {
    throw new CrossoffError('usage', `there is no terminal to open \`${command}\` in`, {
      help: 'give the text in a file or on standard input',
    })
  }
  const folder = mkdtempSync(join(tmpdir(), 'crossoff-'))
  try {
    const file = join(folder, 'item.md')
    writeFileSync(file, text)
    runEditor(command, [...args, file])
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runEditor(command: string, args: readonly string[]): void {
  const result = spawnSync(command, args, { stdio: 'inherit' })
  if (result.error !== undefined) {
    throw new CrossoffError(
      'usage',
      `the editor \`${command}\` cannot be run: ${result.error.message}`,
      {
        help: 'check `VISUAL` and `EDITOR`',
        cause: result.error,
      },
    )
  }
  if (result.status !== 0) {
    throw new CrossoffError('usage', `the editor \`${command}\` ended with ${endOf(result)}`, {
      help: 'nothing was written',
    })
  }
}

function endOf(result: { readonly status: number | null; readonly signal: string | null }): string {
  return result.status === null ? `signal ${result.signal ?? ''}` : `exit code ${result.status}`
}
