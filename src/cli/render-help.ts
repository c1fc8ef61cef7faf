import type { Palette } from '../reporters/palette.ts'
import type { CommandSummary } from './command.ts'
import { globalFlags, renderFlag } from './flag.ts'
import { renderTable } from './render-table.ts'

/** Renders the list of all commands. */
export function renderHelp(commands: readonly CommandSummary[], palette: Palette): string {
  return [
    `${palette.strong('usage:')} crossoff COMMAND [OPTIONS] [ARGUMENTS]\n`,
    'TODO documents as code: items, byte-exact changes and checked links.\n',
    `${palette.strong('commands:')}\n${renderTable(commands.map(({ name, summary }) => [name, summary]))}`,
    `${palette.strong('options of every command:')}\n${renderTable([
      ...globalFlags.map((flag): [string, string] => [renderFlag(flag), flag.summary]),
      ['-V, --version', 'print the version'],
    ])}`,
    'See `crossoff COMMAND --help`.\n',
  ].join('\n')
}
