import * as v from 'valibot'
import type { Item } from '../document/document.ts'
import { walkItems } from '../document/walk-items.ts'
import { lowerItem } from '../editing/lower-item.ts'
import { CrossoffError } from '../errors.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { reason, targetValue } from './values.ts'

/** Makes an item the last child of the sibling before it. */
export const demote = defineOperation({
  summary: 'Make an item the last child of the sibling before it',
  values: v.strictObject({
    op: v.literal('demote'),
    target: targetValue('Item to demote.'),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const place = walkItems(document.items).find((other) => other.item === item)
    const before = place?.siblings[place.index - 1]
    if (before?.kind !== item.kind || item.kind === 'label') throw refusal(item)
    return [{ file: workspace.file, ...lowerItem(document, item, before, workspace.parse) }]
  },
})

function refusal(item: Item): CrossoffError {
  const reason =
    item.kind === 'label' ? 'a label has no level' : `no ${item.kind} stands right before it`
  return new CrossoffError(
    'operation-refused',
    `\`${item.title}\` cannot go down a level: ${reason}`,
    {
      help: 'use `move` to put it elsewhere',
    },
  )
}
