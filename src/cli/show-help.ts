import { type ExitCode, exitCodes } from './exit-codes.ts'
import { choosePalette } from './choose-palette.ts'
import { findCommand, listCommands } from './find-command.ts'
import type { Host } from './host.ts'
import { renderCommandHelp } from './render-command-help.ts'
import { renderHelp } from './render-help.ts'

/** Prints the help of a command, or the list of all. */
export async function showHelp(words: readonly string[], host: Host): Promise<ExitCode> {
  const palette = await choosePalette(host, undefined)
  const name = words.find((word) => !word.startsWith('-'))
  const help =
    name === undefined
      ? renderHelp(await listCommands(), palette)
      : renderCommandHelp(await findCommand(name), palette)
  host.write(1, help)
  return exitCodes.clean
}
