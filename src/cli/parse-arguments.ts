import { parseArgs } from 'node:util'
import { CrossoffError } from '../errors.ts'
import type { Arguments } from './arguments.ts'
import type { ArgumentDefinition } from './command.ts'
import type { FlagDefinition } from './flag.ts'

/**
 * Tells a command's options from its arguments.
 *
 * A word with a dash and a space, as `- [ ] rake`, is no option, and `--` ends the options, so that
 * any text may stand behind it. Throws `usage` for an unknown option, a value that is missing, and
 * one that is too many.
 *
 * @param words What stands behind the command's name.
 */
export async function parseArguments(
  words: readonly string[],
  flags: readonly FlagDefinition[],
  expected: readonly ArgumentDefinition[],
): Promise<Arguments> {
  const known = new Map(flags.flatMap((flag) => namesOf(flag).map((name) => [name, flag])))
  const { tokens } = parseArgs({
    args: words.map(hideText),
    options: Object.fromEntries([...known].map(([name, flag]) => [name, optionOf(name, flag)])),
    strict: false,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  const switches = new Map<string, boolean>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(showText(token.value))
    if (token.kind !== 'option') continue
    const flag = known.get(token.name)
    if (flag === undefined) {
      const word = expected.length === 0 ? undefined : words[token.index]
      return refuseUnknown(token.rawName, word, known.keys())
    }
    if (flag.value === undefined) {
      if (token.value !== undefined)
        throw usage(`\`${token.rawName}\` takes no value; \`${token.value}\` was given`)
      switches.set(flag.name, token.name === flag.name)
    } else values.set(flag.name, [...(values.get(flag.name) ?? []), readValue(token, flag, known)])
  }
  checkOnce(values, flags)
  return {
    positionals,
    isOn: (name) => switches.get(name),
    text: (name) => values.get(name)?.at(-1),
    list: (name) => values.get(name) ?? [],
  }
}

/** Marks a text that the parser would take for options; no argument of a process holds a NUL. */
function hideText(word: string): string {
  return TEXT.test(word) && !ASSIGNMENT.test(word) ? `\0${word}` : word
}

function showText(word: string): string {
  return word.startsWith('\0') ? word.slice(1) : word
}

/** "- [ ] rake the leaves" */
const TEXT = /^-.*\s/su

/** "--file=my list.md" */
const ASSIGNMENT = /^--[\w-]+=/u

/** @param word The whole word, where it could have been meant as text. */
async function refuseUnknown(
  given: string,
  word: string | undefined,
  known: Iterable<string>,
): Promise<never> {
  const { suggestWord } = await import('../config/suggest-word.ts')
  const suggestion = suggestWord(given.replace(/^-+/u, ''), [...known])
  const help = suggestion === undefined ? 'see `--help`' : `did you mean \`--${suggestion}\`?`
  const asText = `write \`-- "${word ?? ''}"\` behind all options where it is text`
  throw usage(`unknown option \`${given}\``, word === undefined ? help : `${help}\n${asText}`)
}

function namesOf(flag: FlagDefinition): string[] {
  return flag.isNegatable === true ? [flag.name, `no-${flag.name}`] : [flag.name]
}

function optionOf(
  name: string,
  flag: FlagDefinition,
): { readonly type: 'string' | 'boolean'; readonly multiple: true; readonly short?: string } {
  const type = flag.value === undefined ? 'boolean' : 'string'
  const hasShort = flag.short !== undefined && name === flag.name
  return hasShort ? { type, multiple: true, short: flag.short } : { type, multiple: true }
}

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function readValue(
  token: OptionToken,
  flag: FlagDefinition,
  known: ReadonlyMap<string, FlagDefinition>,
): string {
  const { rawName } = token
  const value = token.value === undefined ? undefined : showText(token.value)
  if (value === undefined)
    throw usage(`\`${rawName}\` needs a value, \`${rawName} ${flag.value ?? ''}\``)
  // The parser takes whatever stands next, an option that was meant as such included.
  if (token.inlineValue !== true && value.startsWith('--') && known.has(value.slice(2))) {
    throw usage(
      `\`${rawName}\` needs a value; \`${value}\` is an option`,
      `write \`${rawName}=${value}\` where it is the value`,
    )
  }
  return value
}

function checkOnce(
  values: ReadonlyMap<string, readonly string[]>,
  flags: readonly FlagDefinition[],
): void {
  for (const { name, isRepeatable } of flags) {
    const given = values.get(name)?.length ?? 0
    if (isRepeatable !== true && given > 1)
      throw usage(`\`--${name}\` was given ${given} times; once is enough`)
  }
}

function usage(message: string, help = ''): CrossoffError {
  return new CrossoffError('usage', message, { help })
}
