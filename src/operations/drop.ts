import * as v from 'valibot'
import { releaseChildren } from '../editing/release-children.ts'
import { removeItem } from '../editing/remove-item.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { layout, layoutValue, reason, targetValue } from './values.ts'

/** Drops an item with all below it, or its title alone. */
export const drop = defineOperation({
  summary: 'Drop an item with all below it',
  values: v.strictObject({
    op: v.literal('drop'),
    target: targetValue('Item to drop.'),
    keep: v.exactOptional(
      v.pipe(
        v.picklist(['children']),
        v.description('`children` to keep what stands below a heading or a label.'),
        v.metadata({ flag: 'WHAT' }),
      ),
    ),
    layout: layoutValue(v.strictObject({ left: layout.left })),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const take = values.keep === undefined ? removeItem : releaseChildren
    return [{ file: workspace.file, ...take(document, item, workspace.parse, values.layout) }]
  },
})
