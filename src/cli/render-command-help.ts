import type { Palette } from '../reporters/palette.ts'
import type { ArgumentDefinition, CommandDefinition } from './command.ts'
import { exitCodeMeanings } from './exit-codes.ts'
import { globalFlags, renderFlag } from './flag.ts'
import { renderTable, wrapWords } from './render-table.ts'

/** Renders the help of one command: usage, summary, options, examples, exit codes. */
export function renderCommandHelp(command: CommandDefinition, palette: Palette): string {
  const { description = [], flags, examples } = command
  const section = (title: string, rows: readonly (readonly [string, string])[]): string[] =>
    rows.length === 0 ? [] : [`${palette.strong(`${title}:`)}\n${renderTable(rows)}`]
  return [
    `${palette.strong('usage:')} ${renderUsage(command)}\n`,
    ...[`${command.summary}.`, ...description].map(
      (text) => `${wrapWords(text, 100).join('\n')}\n`,
    ),
    ...section(
      'arguments',
      command.arguments.length === 0
        ? []
        : [
            ...command.arguments.map(({ name, summary }) => [name, summary] as const),
            END_OF_OPTIONS,
          ],
    ),
    ...section(
      'options',
      flags.map((flag) => [renderFlag(flag), flag.summary]),
    ),
    ...section(
      'options of every command',
      globalFlags.map((flag) => [renderFlag(flag), flag.summary]),
    ),
    ...section(
      'examples',
      examples.map(({ words, summary }) => [`crossoff ${words}`, summary]),
    ),
    ...section(
      'exit codes',
      [...exitCodeMeanings].map(([code, meaning]) => [String(code), meaning]),
    ),
  ].join('\n')
}

/** How a text is given that looks like an option. */
const END_OF_OPTIONS = [
  '--',
  'every word behind it is an argument, with a dash or without',
] as const

/** Renders how a command is typed: `crossoff show [OPTIONS] SELECTOR`. */
export function renderUsage({ name, arguments: list }: CommandDefinition): string {
  return ['crossoff', name, '[OPTIONS]', ...list.map(renderArgument)].join(' ')
}

function renderArgument({ name, isOptional, isRepeatable }: ArgumentDefinition): string {
  const repeated = isRepeatable === true ? `${name}...` : name
  return isOptional === true ? `[${repeated}]` : repeated
}
