import * as v from 'valibot'
import type { Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { raiseItem } from '../editing/raise-item.ts'
import { CrossoffError } from '../errors.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { reason, targetValue } from './values.ts'

/** Makes an item the next sibling of its parent; its own siblings stay where they are. */
export const promote = defineOperation({
  summary: 'Make an item the next sibling of its parent',
  values: v.strictObject({
    op: v.literal('promote'),
    target: targetValue('Item to promote.'),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const parent = walkItems(document.items).find((place) => place.item === item)?.parent?.item
    if (parent?.kind !== item.kind || item.kind === 'label') throw refusal(item, parent)
    return [{ file: workspace.file, ...raiseItem(document, item, parent, workspace.parse) }]
  },
})

function refusal(item: Item, parent: Item | undefined): CrossoffError {
  const place = parent === undefined ? 'outermost' : `below the ${parent.kind} \`${parent.title}\``
  return new CrossoffError(
    'operation-refused',
    `the ${item.kind} \`${item.title}\` is ${place}, so it cannot go up a level`,
    {
      help: 'use `move` to put it elsewhere',
    },
  )
}
