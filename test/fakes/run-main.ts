import { main } from '../../src/cli/main.ts'
import { createFakeHost } from './fake-host.ts'
import type { CommandResult } from './run-command.ts'

/** Runs a command in this process, in a folder. */
export async function runMain(folder: string, args: readonly string[]): Promise<CommandResult> {
  const host = createFakeHost(folder)
  const code = await main(args, host)
  return { code, stdout: host.output(1), stderr: host.output(2) }
}
