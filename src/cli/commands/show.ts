import { showItem } from '../../workflows/show-item.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { readSelector, selectorFlags } from '../selector-flags.ts'

/** Shows one item. */
export const show: CommandBody = {
  arguments: [
    { name: 'SELECTOR', summary: "the item's title, or how it begins", isOptional: true },
  ],
  flags: selectorFlags,
  examples: [
    { words: 'show "Fetchers"', summary: 'the section with all below it' },
    { words: 'show --json "Fetchers"', summary: 'its hash, to guard a change with' },
  ],
  run: async (context) => {
    const file = context.arguments.text('file')
    const session = await context.open({ near: file, tree: 'disk' })
    const selector = readSelector(context.arguments, context.arguments.positionals[0] ?? '')
    const report = await showItem(
      { selector, file: file && session.documentPath(file) },
      session.ports,
    )
    return { report, code: exitCodes.clean }
  },
}
