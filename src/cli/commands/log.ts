import { CrossoffError } from '../../errors.ts'
import { listEvents } from '../../workflows/list-events.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { readSelector, selectorFlags } from '../selector-flags.ts'

/** Lists what happened to the items of a document. */
export const log: CommandBody = {
  description: [
    "With SELECTOR, one item's life is told, from the commit that added it, through renames and moves, even where it is gone. With RANGE, such as `v1.0..HEAD`, only what those commits did; a single argument with `..` is a range.",
    'What is read is kept in the folder of git (`.git/crossoff/`), where it can be deleted at any time.',
  ],
  arguments: [
    { name: 'SELECTOR', summary: "an item's title, or how it begins", isOptional: true },
    { name: 'RANGE', summary: 'commits, as git takes them', isOptional: true },
  ],
  flags: [
    { name: 'first-parent', summary: 'take a merge for one commit, as the branch saw it' },
    { name: 'brief', summary: 'leave out moves that follow from other changes' },
    ...selectorFlags.filter(({ name }) => name !== 'expect'),
  ],
  examples: [
    { words: 'log', summary: 'all that happened, newest first' },
    { words: 'log "Fetchers"', summary: 'the life of one item' },
    { words: 'log v1.0..v2.0 --json', summary: 'what happened between two tags, for a program' },
  ],
  run: async (context) => {
    const { arguments: given } = context
    const file = given.text('file')
    const { text, range } = readArguments(given.positionals)
    const session = await context.open({ near: file, tree: 'disk' })
    const hasSelector = text !== undefined || given.text('line') !== undefined
    const report = await listEvents(
      {
        file: file && session.documentPath(file),
        selector: hasSelector ? readSelector(given, text ?? '') : undefined,
        range,
        firstParent: given.isOn('first-parent') === true,
        isBrief: given.isOn('brief') === true,
      },
      session.ports,
    )
    return { report, code: exitCodes.clean }
  },
}

function readArguments(positionals: readonly string[]): {
  readonly text: string | undefined
  readonly range: string | undefined
} {
  const [first, second] = positionals
  if (second?.startsWith('-') === true) {
    throw new CrossoffError('usage', `\`${second}\` is no range of commits`, {
      help: 'give one as `v1.0..HEAD`',
    })
  }
  if (second === undefined && first !== undefined && isRange(first))
    return { text: undefined, range: first }
  return { text: first, range: second }
}

/** One word with two dots between letters or at an end, such as `v1.0..HEAD`. */
function isRange(word: string): boolean {
  return word.includes('..') && !SPACE.test(word)
}

/** " " */
const SPACE = /\s/u
