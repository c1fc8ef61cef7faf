import { CrossoffError } from '../errors.ts'
import type { CommandDefinition, CommandSummary } from './command.ts'
import { commands } from './commands/index.ts'

/** Loads a command by its name: one of its own file, or one that an operation makes. */
export async function findCommand(name: string): Promise<CommandDefinition> {
  const entry = new Map(Object.entries(commands)).get(name)
  if (entry !== undefined) return { name, summary: entry.summary, ...(await entry.load()) }
  const { findOperationCommand } = await import('./operation-command.ts')
  return findOperationCommand(name) ?? refuse(name)
}

/** Lists all commands, those of the documents' life first. */
export async function listCommands(): Promise<CommandSummary[]> {
  const { listOperationCommands } = await import('./operation-command.ts')
  const own = Object.entries(commands).map(([name, { summary }]) => ({ name, summary }))
  return [...own, ...listOperationCommands()]
}

async function refuse(name: string): Promise<never> {
  const names = (await listCommands()).map((command) => command.name)
  const { suggestWord } = await import('../config/suggest-word.ts')
  const meant = suggestWord(name, names)
  throw new CrossoffError('usage', `unknown command \`${name}\``, {
    help: meant === undefined ? 'see `crossoff --help`' : `did you mean \`${meant}\`?`,
  })
}
