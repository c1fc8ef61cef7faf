import { type OperationName, operations } from '../operations/index.ts'
import { changeByOperation } from '../workflows/change-by-operation.ts'
import type {
  ArgumentDefinition,
  CommandContext,
  CommandDefinition,
  CommandSummary,
  Outcome,
} from './command.ts'
import { changeFlags, planFlag, readChangeMode } from './change-flags.ts'
import type { FlagDefinition } from './flag.ts'
import { isArgument, type OperationValue, readOperationValues } from './operation-values.ts'
import { outcomeOf } from './outcome-of.ts'
import { readValueRequests } from './read-value-requests.ts'
import { requirePlace } from './require-place.ts'
import { selectorFlags } from './selector-flags.ts'

/** Operations that only plans use: nobody counts characters by hand. */
const PLAN_ONLY: ReadonlySet<string> = new Set<OperationName>(['splice'])

/** Lists the commands that the registry of operations makes. */
export function listOperationCommands(): CommandSummary[] {
  return Object.entries(operations)
    .filter(([name]) => !PLAN_ONLY.has(name))
    .map(([name, { summary }]) => ({ name, summary: toPhrase(summary) }))
}

/** Makes the command of an operation: arguments and options follow from the values it takes. */
export function findOperationCommand(name: string): CommandDefinition | undefined {
  const operation = new Map(Object.entries(operations)).get(name)
  if (operation === undefined || PLAN_ONLY.has(name)) return undefined
  const values = readOperationValues(operation.values)
  return {
    name,
    summary: toPhrase(operation.summary),
    arguments: values.filter(isArgument).map(toArgument),
    flags: [...values.flatMap(toFlags), ...narrowingFlags(values), ...changeFlags, planFlag],
    examples: [],
    run: (context) => runOperation(name, values, context),
  }
}

async function runOperation(
  op: string,
  values: readonly OperationValue[],
  context: CommandContext,
): Promise<Outcome> {
  const file = context.arguments.text('file')
  const session = await context.open({ near: file, tree: 'git' })
  const requests = readValueRequests(values, context.arguments, session)
  requirePlace(op, values, new Set(requests.keys()))
  const request = {
    op,
    file: file === undefined ? undefined : session.documentPath(file),
    values: requests,
  }
  const mode = readChangeMode(context.arguments, session)
  return outcomeOf(await changeByOperation(request, mode, session.ports), mode)
}

function toArgument({ name, flag, summary }: OperationValue): ArgumentDefinition {
  // An item can be named by its line alone.
  const isLine = name === 'target'
  return { name: flag, summary, ...(isLine && { isOptional: true }) }
}

function toFlags(value: OperationValue): FlagDefinition[] {
  if (isArgument(value)) return []
  const { name, flag, summary, isBody } = value
  const own = { name, value: flag, summary, ...(flag === 'SELECTOR' && { isRepeatable: true }) }
  if (!isBody) return [own]
  return [
    own,
    {
      name: `${name}-file`,
      value: 'FILE',
      summary: `the same from a file, \`-\` for standard input; without either, your editor opens`,
    },
  ]
}

/** An item to work on can be narrowed; an operation's own values come first. */
function narrowingFlags(values: readonly OperationValue[]): readonly FlagDefinition[] {
  if (!values.some(({ name }) => name === 'target')) return []
  return selectorFlags.filter((flag) => !values.some(({ name }) => name === flag.name))
}

/** `Add an item.` in a registry is `add an item` in a list. */
function toPhrase(summary: string): string {
  return `${summary.slice(0, 1).toLowerCase()}${summary.slice(1).replace(/\.$/u, '')}`
}
