import { blameItems } from '../../workflows/list-items.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { readSelector, selectorFlags } from '../selector-flags.ts'

/** Shows who last changed each item, and when. */
export const blame: CommandBody = {
  description: [
    'An item is followed through renames and moves, and moves that follow from other changes do not count. With `--json`, the commit that added each item is told too.',
  ],
  arguments: [
    { name: 'SELECTOR', summary: 'only this item and what is below it', isOptional: true },
  ],
  flags: [
    {
      name: 'where',
      value: 'FILTER',
      isRepeatable: true,
      summary: 'only items for which the filter holds; see `crossoff list --help`',
    },
    ...selectorFlags,
  ],
  examples: [
    { words: 'blame', summary: 'the whole document' },
    { words: "blame --where 'changed>1y'", summary: 'what nobody touched for a year' },
  ],
  run: async (context) => {
    const { arguments: given } = context
    const file = given.text('file')
    const [text] = given.positionals
    const session = await context.open({ near: file, tree: 'disk' })
    const hasSelector = text !== undefined || given.text('line') !== undefined
    const report = await blameItems(
      {
        file: file && session.documentPath(file),
        where: given.list('where'),
        selector: hasSelector ? readSelector(given, text ?? '') : undefined,
      },
      session.ports,
    )
    return { report, code: exitCodes.clean }
  },
}
