import { distance } from 'fastest-levenshtein'
import type { BaseIssue, IssuePathItem } from 'valibot'
import { operations } from '../operations/index.ts'
import { planSchema } from './plan-schema.ts'

/** What is wrong with a plan, in words. */
export interface PlanMistake {
  /** What is wrong, with its place: ``operation 2 (`drop`) needs `target` ``. */
  readonly message: string
  /** What was probably meant, or what may stand there. */
  readonly help: string
}

/** Says in words what the schema found in a plan. */
export function describePlanIssue(issues: readonly BaseIssue<unknown>[]): PlanMistake {
  // A key that is misspelt says more than the one that is missing because of it.
  const issue = issues.find(({ expected }) => expected === 'never') ?? issues[0]
  if (issue === undefined) throw new Error('what is wrong with the plan was not told')
  if (Array.isArray(issue.path?.[0].input))
    return { message: 'it is a list', help: 'expected an object' }
  const { subject, keys, siblings } = readPlace(issue)
  const key = keys.join('.')
  const last = keys.at(-1) ?? ''
  const prefix = subject === '' ? '' : `${subject}: `
  if (issue.expected === 'never')
    return {
      message: `${prefix}unknown key \`${key}\``,
      help: suggest(last, siblings) ?? REFERENCE,
    }
  if (issue.received === 'undefined')
    return { message: `${subject || 'it'} needs \`${key}\``, help: shapeOf(last) ?? REFERENCE }
  const given = issue.received.replace(/^"(.*)"$/su, '$1')
  const words = last === 'op' ? Object.keys(operations) : wordsOf(issue)
  // In a layout, `before` and `behind` are numbers.
  const shape = keys.includes('layout') ? undefined : shapeOf(last)
  const help = suggest(given, words) ?? shape ?? expectation(issue)
  const isOperation = subject !== '' && key === 'op'
  const found = issue.type === 'min_length' ? 'empty' : shown(given)
  const what = isOperation ? `unknown operation \`${given}\`` : `${named(key)} is ${found}`
  return { message: `${prefix}${what}`, help }
}

const REFERENCE = 'docs/reference/plan.md shows what a plan holds'

interface Place {
  /** ``operation 2 (`drop`)``; empty for the plan itself. */
  readonly subject: string
  /** The keys from the subject to what is wrong. */
  readonly keys: readonly string[]
  /** The keys that may stand there. */
  readonly siblings: readonly string[]
}

function readPlace(issue: BaseIssue<unknown>): Place {
  const path: readonly IssuePathItem[] = issue.path ?? []
  const keys = path.map(({ key }) => String(key))
  const [, item] = path
  if (keys[0] !== 'operations' || item === undefined)
    return { subject: '', keys, siblings: Object.keys(planSchema.entries) }
  const op = readOp(item.value)
  const number = `operation ${Number(item.key) + 1}`
  const definition = Object.entries(operations).find(([name]) => name === op)?.[1]
  if (definition === undefined) return { subject: number, keys: keys.slice(2), siblings: [] }
  const own = keys.slice(2)
  const siblings = keysAt(definition.values, own.slice(0, -1))
  return { subject: `${number} (\`${op}\`)`, keys: own, siblings }
}

function readOp(operation: unknown): string {
  return typeof operation === 'object' &&
    operation !== null &&
    'op' in operation &&
    typeof operation.op === 'string'
    ? operation.op
    : ''
}

/** The keys that an object may hold that stands in another, at the end of some keys. */
function keysAt(schema: unknown, path: readonly string[]): string[] {
  if (!isRecord(schema)) return []
  const { wrapped, entries } = schema
  if (wrapped !== undefined) return keysAt(wrapped, path)
  const [first, ...rest] = path
  if (!isRecord(entries)) return []
  return first === undefined ? Object.keys(entries) : keysAt(entries[first], rest)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What stands behind a key that is no plain text or number. */
function shapeOf(key: string): string | undefined {
  switch (key) {
    case 'version':
      return 'expected 1'
    case 'op':
      return listWords(Object.keys(operations))
    case 'operations':
      return 'expected a list, as `[{ "op": "drop", "target": { "path": ["List", "Rake"] } }]`'
    case 'path':
      return 'expected titles, the outermost first, as `["List", "Rake"]`'
    case 'target':
    case 'under':
    case 'before':
    case 'after':
      return 'expected the titles above the item and its own, as `{ "path": ["List", "Rake"] }`'
    default:
      return undefined
  }
}

function named(key: string): string {
  return key === '' ? 'it' : `\`${key}\``
}

/** What a value is, where it cannot be shown in a word. */
const KINDS: Readonly<Record<string, string>> = { Object: 'an object', Array: 'a list' }

function shown(given: string): string {
  return KINDS[given] ?? `\`${given}\``
}

/** `("section" | "bullet")` */
function wordsOf({ expected }: BaseIssue<unknown>): string[] {
  return [...(expected ?? '').matchAll(/"([^"]*)"/gu)].flatMap(([, word]) => word ?? [])
}

function suggest(given: string, words: readonly string[]): string | undefined {
  const near = words.filter((word) => distance(word, given) <= 2)
  if (near.length > 0) return `did you mean \`${near.join('` or `')}\`?`
  return words.length === 0 ? undefined : listWords(words)
}

function listWords(words: readonly string[]): string {
  return `expected ${words.length > 1 ? 'one of ' : ''}${words.map((word) => `\`${word}\``).join(', ')}`
}

/** What the validator expects, by its words for it. */
const EXPECTED: Readonly<Record<string, string>> = {
  Object: 'an object',
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
}

function expectation({ expected, type }: BaseIssue<unknown>): string {
  const word = expected ?? ''
  if (type === 'integer') return 'expected a whole number'
  return `expected ${EXPECTED[word] ?? word.replace(/^>=/u, 'at least ')}`
}
