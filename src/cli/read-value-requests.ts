import { CrossoffError } from '../errors.ts'
import type { ValueRequest } from '../workflows/value-request.ts'
import type { Arguments } from './arguments.ts'
import { isArgument, type OperationValue } from './operation-values.ts'
import { readSelector } from './selector-flags.ts'
import type { Session } from './session.ts'

/** Reads what the command line says of an operation's values, by their names. */
export function readValueRequests(
  values: readonly OperationValue[],
  given: Arguments,
  session: Session,
): ReadonlyMap<string, ValueRequest> {
  const requests = new Map<string, ValueRequest>()
  const positionals = [...given.positionals]
  // With `--line` alone to name the item, what was typed is the next value.
  const required = values.filter(isArgument)
  const isUnnamed = given.text('line') !== undefined && positionals.length < required.length
  for (const value of values) {
    const isTarget = value.name === 'target'
    const typed = isArgument(value) && !(isTarget && isUnnamed) ? positionals.shift() : undefined
    if (typed === undefined && isArgument(value) && !isTarget) throw missing(value)
    const request = isTarget
      ? { kind: 'selector' as const, selector: readSelector(given, typed ?? '') }
      : readRequest(value, typed, given, session)
    if (request !== undefined) requests.set(value.name, request)
  }
  return requests
}

function missing({ flag, summary }: OperationValue): CrossoffError {
  return new CrossoffError('usage', `${flag} is missing: ${summary}`, { help: 'see `--help`' })
}

function readRequest(
  value: OperationValue,
  typed: string | undefined,
  given: Arguments,
  session: Session,
): ValueRequest | undefined {
  const { name, flag, isBody } = value
  if (isBody) return readBody(name, given, session)
  const words = typed === undefined ? given.list(name) : [typed]
  const text = words.at(-1)
  if (text === undefined) return undefined
  if (flag === 'SELECTOR') {
    const way = words.slice(0, -1)
    return { kind: 'selector', selector: way.length === 0 ? { text } : { text, in: way } }
  }
  if (flag === 'FILE') return { kind: 'file', file: session.documentPath(text) }
  return typed === '-' ? { kind: 'input' } : { kind: 'text', text }
}

function readBody(name: string, given: Arguments, session: Session): ValueRequest {
  const text = given.text(name)
  const file = given.text(`${name}-file`)
  if (text !== undefined && file !== undefined) {
    throw new CrossoffError(
      'usage',
      `\`--${name}\` and \`--${name}-file\` were both given; expected one of them`,
    )
  }
  if (text !== undefined) return { kind: 'text', text }
  if (file === '-') return { kind: 'input' }
  return file === undefined ? { kind: 'editor' } : { kind: 'content', file: session.filePath(file) }
}
