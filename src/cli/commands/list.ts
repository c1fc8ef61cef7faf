import { listItems } from '../../workflows/list-items.ts'
import type { CommandBody } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

/** Lists the items of a document. */
export const list: CommandBody = {
  description: [
    'A filter has words such as `status:open`: `kind:` `status:` `owner:` `tag:` `under:` `link:` `stale:` `text:`. All of them must hold; `-` before a word negates it, and quotes hold a value with spaces together.',
    '`age>180d` and `changed<2w` ask the history when an item was added and last changed; units are `d`, `w`, `m` and `y`.',
  ],
  arguments: [],
  flags: [
    {
      name: 'where',
      value: 'FILTER',
      isRepeatable: true,
      summary: 'only items for which the filter holds',
    },
    { name: 'history', summary: 'show when each item came and last changed, and who did it' },
  ],
  examples: [
    { words: 'list', summary: 'all items of the document' },
    {
      words: `list --where 'status:open -owner:flokli under:"Nix language"'`,
      summary: 'what is left for others there',
    },
    { words: "list --where 'status:open age>1y'", summary: 'what has been open for a year' },
  ],
  run: async (context) => {
    const file = context.arguments.text('file')
    const session = await context.open({ near: file, tree: 'disk' })
    const where = context.arguments.list('where')
    const report = await listItems(
      {
        where,
        file: file && session.documentPath(file),
        hasHistory: context.arguments.isOn('history') === true,
      },
      session.ports,
    )
    return { report, code: exitCodes.clean }
  },
}
