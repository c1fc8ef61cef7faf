import { CrossoffError } from '../errors.ts'
import type { Arguments } from './arguments.ts'
import type { CommandDefinition } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { findCommand } from './find-command.ts'
import { globalFlags } from './flag.ts'
import type { Host } from './host.ts'
import { openSession } from './open-session.ts'
import { parseArguments } from './parse-arguments.ts'
import { printOutcome } from './print-outcome.ts'
import { splitCommand } from './split-command.ts'

/**
 * Runs one command to its end and gives the code that the process ends with.
 *
 * Here an error ends a run: one that says why crossoff cannot run becomes a message,
 * any other is a mistake of crossoff's own and is shown with its stack.
 */
export async function main(words: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await run(words, host)
  } catch (error) {
    if (error instanceof CrossoffError) {
      const help = error.help === '' ? [] : error.help.split('\n').map((line) => `  ${line}\n`)
      host.write(2, `crossoff: ${error.message}\n${help.join('')}`)
      const isEnded = error.code === 'interrupted' || error.code === 'terminated'
      return isEnded ? exitCodes[error.code] : exitCodes.cannotRun
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    host.write(
      2,
      `crossoff: this is a bug in crossoff; please report it with these lines\n${stack}\n`,
    )
    return exitCodes.bug
  }
}

async function run(words: readonly string[], host: Host): Promise<ExitCode> {
  const { name, rest } = splitCommand(words)
  if (name === undefined || name === 'help') {
    const { showHelp } = await import('./show-help.ts')
    return showHelp(name === undefined ? [] : rest, host)
  }
  const command = await findCommand(name)
  const given = await parseArguments(rest, [...command.flags, ...globalFlags], command.arguments)
  if (given.isOn('help') === true) {
    const { showHelp } = await import('./show-help.ts')
    return showHelp([name], host)
  }
  checkPositionals(command, given)
  const outcome = await command.run({
    arguments: given,
    open: (options) => openSession(host, given, options),
  })
  await printOutcome(outcome, given, host)
  return outcome.code
}

function checkPositionals(command: CommandDefinition, given: Arguments): void {
  const { length } = given.positionals
  const missing = command.arguments.filter(({ isOptional }) => isOptional !== true)[length]
  if (missing !== undefined) {
    throw new CrossoffError(
      'usage',
      `\`crossoff ${command.name}\` needs ${missing.name}: ${missing.summary}`,
      {
        help: `see \`crossoff ${command.name} --help\``,
      },
    )
  }
  const takesMore = command.arguments.some(({ isRepeatable }) => isRepeatable === true)
  const extra = given.positionals[command.arguments.length]
  if (takesMore || extra === undefined) return
  throw new CrossoffError(
    'usage',
    `\`crossoff ${command.name}\` does not know what to do with \`${extra}\``,
    {
      help: 'quote an argument that holds spaces',
    },
  )
}
