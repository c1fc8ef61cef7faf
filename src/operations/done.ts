import * as v from 'valibot'
import { setStatus } from '../editing/set-status.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { reason, targetValue } from './values.ts'

/** Marks an item as done, by its checkbox or a strike through its title. */
export const done = defineOperation({
  summary: 'Mark an item as done',
  values: v.strictObject({
    op: v.literal('done'),
    target: targetValue('Item that is done.'),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    return [{ file: workspace.file, ...setStatus(document, item, 'done', workspace.parse) }]
  },
})
