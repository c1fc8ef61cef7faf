import type { Config } from '../config/config.ts'
import type { OperationName } from '../operations/index.ts'
import type { ValueRequest } from './value-request.ts'

/** Gives the values of an operation that the config sets; what the user gives comes before them. */
export function defaultValues(op: string, config: Config): ReadonlyMap<string, ValueRequest> {
  const values = new Map<string, ValueRequest>()
  if (op !== ARCHIVE) return values
  const { to, file } = config.archive ?? {}
  if (to !== undefined) values.set('section', { kind: 'text', text: to })
  if (file !== undefined) values.set('to', { kind: 'file', file })
  return values
}

const ARCHIVE: OperationName = 'archive'
