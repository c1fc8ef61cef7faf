import { globalFlags } from './flag.ts'

/** The name of a command, and what it is given. */
export interface SplitCommand {
  /** `undefined` where only options, or nothing, was typed. */
  readonly name: string | undefined
  readonly rest: readonly string[]
}

/** Finds the command among the words: options of every command may stand before it. */
export function splitCommand(words: readonly string[]): SplitCommand {
  let index = 0
  for (let word = words[index]; word !== undefined; word = words[index]) {
    if (!word.startsWith('-')) {
      return { name: word, rest: [...words.slice(0, index), ...words.slice(index + 1)] }
    }
    index += takesNext(word) ? 2 : 1
  }
  return { name: undefined, rest: words }
}

function takesNext(word: string): boolean {
  return globalFlags.some(
    ({ name, short, value }) =>
      value !== undefined && (word === `--${name}` || word === `-${short ?? ''}`),
  )
}
