import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { gitEnvironment } from './temporary-folder.ts'

/** The built command. */
export const command = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'crossoff.cjs')

/** What a process left behind. */
export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command in a folder. */
export function runCommand(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...gitEnvironment, ...environment },
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}
