import * as v from 'valibot'
import { setStatus } from '../editing/set-status.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { reason, targetValue } from './values.ts'

/** Marks an item as open again. */
export const reopen = defineOperation({
  summary: 'Mark an item as open again',
  values: v.strictObject({
    op: v.literal('reopen'),
    target: targetValue('Item that is open again.'),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    return [{ file: workspace.file, ...setStatus(document, item, 'open', workspace.parse) }]
  },
})
