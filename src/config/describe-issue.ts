import type { BaseIssue, GenericSchema } from 'valibot'
import { suggestWord } from './suggest-word.ts'

/** A mistake in data, in words. */
export interface Mistake {
  /** What is wrong, with its key: ``unknown key `archive.too` ``. */
  readonly message: string
  /** What was probably meant, or what may stand there; empty where the message says it all. */
  readonly help: string
}

/** Says in words what a schema found, with what was probably meant. */
export function describeIssue(issue: BaseIssue<unknown>, schema: GenericSchema): Mistake {
  const { keys, issue: deepest } = deepestOf({ keys: keysOf(issue), issue })
  const key = renderKeys(keys)
  const last = renderKeys(keys.slice(-1))
  if (deepest.expected === 'never') {
    return {
      message: `unknown key \`${key}\``,
      help: suggest(last, entriesAt(schema, keys.slice(0, -1))),
    }
  }
  const place = key === '' ? 'the whole' : `\`${key}\``
  if (deepest.received === 'undefined') return { message: `${place} is missing`, help: '' }
  const words = wordsOf(deepest.expected ?? '')
  if (deepest.path?.at(-1)?.origin === 'key') {
    return { message: `unknown key \`${key}\``, help: suggest(last, words) }
  }
  const received = deepest.received.replaceAll('"', '')
  return {
    message: `${place} is \`${received}\``,
    help: suggest(received, words) || expectation(deepest),
  }
}

interface PlacedIssue {
  readonly keys: readonly unknown[]
  readonly issue: BaseIssue<unknown>
}

/** A union fails with what each of its branches found: the one that went furthest was meant. */
function deepestOf({ keys, issue }: PlacedIssue): PlacedIssue {
  const inner = (issue.issues ?? [])
    .map((each) => deepestOf({ keys: [...keys, ...keysOf(each)], issue: each }))
    .filter((each) => each.keys.length > keys.length)
    .sort((a, b) => b.keys.length - a.keys.length)
  return inner[0] ?? { keys, issue }
}

function keysOf(issue: BaseIssue<unknown>): unknown[] {
  return (issue.path ?? []).map(({ key }) => key)
}

function renderKeys(keys: readonly unknown[]): string {
  return keys
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`,
    )
    .join('')
}

/** The keys that may stand in the object at a path. */
function entriesAt(schema: GenericSchema, keys: readonly unknown[]): string[] {
  let current: unknown = schema
  for (const key of keys) current = childOf(unwrap(current), key)
  const found = unwrap(current)
  if ('options' in found && Array.isArray(found.options)) {
    return found.options.flatMap((option) => entryNames(unwrap(option)))
  }
  return entryNames(found)
}

function entryNames(schema: object): string[] {
  return 'entries' in schema && typeof schema.entries === 'object' && schema.entries !== null
    ? Object.keys(schema.entries)
    : []
}

/** Looks through what only says that a value may be left out. */
function unwrap(schema: unknown): object {
  if (typeof schema !== 'object' || schema === null) return {}
  return 'wrapped' in schema ? unwrap(schema.wrapped) : schema
}

function childOf(schema: object, key: unknown): unknown {
  if ('entries' in schema && typeof schema.entries === 'object' && schema.entries !== null) {
    return new Map<unknown, unknown>(Object.entries(schema.entries)).get(key)
  }
  if ('value' in schema) return schema.value
  return 'item' in schema ? schema.item : undefined
}

/** `("github" | "mdbook")` */
function wordsOf(expected: string): string[] {
  return [...expected.matchAll(/"([^"]*)"/gu)].flatMap(([, word]) => word ?? [])
}

function suggest(word: string, words: readonly string[]): string {
  const meant = suggestWord(word, words)
  if (meant !== undefined) return `did you mean \`${meant}\`?`
  return words.length === 0
    ? ''
    : `expected one of ${words.map((each) => `\`${each}\``).join(', ')}`
}

function expectation(issue: BaseIssue<unknown>): string {
  // In YAML, digits alone are a number: `commit: 1234567`.
  if (issue.expected === 'string' && typeof issue.input === 'number')
    return 'expected string: put it in quotes'
  return issue.expected === null ? issue.message : `expected ${issue.expected.toLowerCase()}`
}
