import { getDescription, getMetadata, type GenericSchema } from 'valibot'

/** A value of an operation, as the command line takes it. */
export interface OperationValue {
  readonly name: string
  /** What it is called in help texts: `SELECTOR`, `TEXT`, `FILE`. */
  readonly flag: string
  /** What it is for; no full stop. */
  readonly summary: string
  readonly isOptional: boolean
  /** Whether it may come from a file, from standard input or from an editor. */
  readonly isBody: boolean
}

/** Reads the values of an operation from its schema, in their order, its own name left out. */
export function readOperationValues(schema: GenericSchema): OperationValue[] {
  if (!('entries' in schema) || typeof schema.entries !== 'object' || schema.entries === null) {
    throw new Error('the values of an operation are an object')
  }
  return Object.entries(schema.entries)
    .filter(([name]) => name !== 'op')
    .filter(([, entry]: [string, GenericSchema]) => !isPlanOnly(entry))
    .map(([name, entry]: [string, GenericSchema]) => readValue(name, entry))
}

/** What only plans tell, since nobody would type it. */
function isPlanOnly(entry: GenericSchema): boolean {
  return 'wrapped' in entry && isSchema(entry.wrapped) && 'planOnly' in getMetadata(entry.wrapped)
}

/** What must be given stands behind the command; a text of many lines may come from elsewhere. */
export function isArgument({ isOptional, isBody }: OperationValue): boolean {
  return !isOptional && !isBody
}

function readValue(name: string, entry: GenericSchema): OperationValue {
  const isOptional = entry.type === 'exact_optional' || entry.type === 'optional'
  const inner = 'wrapped' in entry && isSchema(entry.wrapped) ? entry.wrapped : entry
  const { flag, input } = getMetadata(inner)
  const summary = getDescription(inner) ?? getDescription(entry) ?? ''
  return {
    name,
    flag: typeof flag === 'string' ? flag : 'TEXT',
    summary: toPhrase(summary),
    isOptional,
    isBody: input === 'body',
  }
}

function isSchema(value: unknown): value is GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'
}

/** A sentence of a schema is a phrase in a help text. */
function toPhrase(sentence: string): string {
  const text = sentence.replace(/\.$/u, '')
  const phrase = /^[A-Z][a-z]/u.test(text)
    ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
    : text
  // Plans count paths from the root, a command line from where it is typed.
  return phrase.includes(PLAN_PATH) ? `path of the ${phrase.replace(PLAN_PATH, '')}` : phrase
}

const PLAN_PATH = ', by path from the repository root'
