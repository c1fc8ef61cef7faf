import * as v from 'valibot'
import { removeItem } from '../editing/remove-item.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { reason, targetValue } from './values.ts'

/** Drops an item with all below it. */
export const drop = defineOperation({
  summary: 'Drop an item with all below it',
  values: v.strictObject({
    op: v.literal('drop'),
    target: targetValue('Item to drop.'),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    return [{ file: workspace.file, ...removeItem(document, item, workspace.parse) }]
  },
})
