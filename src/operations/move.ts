import * as v from 'valibot'
import { insertItem } from '../editing/insert-item.ts'
import { moveItem, readInsertion } from '../editing/move-item.ts'
import { removeItem } from '../editing/remove-item.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { resolvePosition } from './resolve-position.ts'
import { layout, layoutValue, position, reason, targetValue, textValue } from './values.ts'

/** Moves an item with all below it, within its document or to another. */
export const move = defineOperation({
  summary: 'Move an item with all below it, within its document or to another',
  values: v.strictObject({
    op: v.literal('move'),
    target: targetValue('Item to move.'),
    ...position,
    to: v.exactOptional(
      textValue('Document to move it to, by path from the repository root.', 'FILE'),
    ),
    layout: layoutValue(
      v.strictObject({
        before: layout.before,
        behind: layout.behind,
        block: layout.block,
        left: layout.left,
      }),
    ),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const file = values.to ?? workspace.file
    const told = values.layout
    const other = workspace.document(file)
    const place = resolvePosition(other, values)
    const insertion = { ...readInsertion(document, item), ...(told && { layout: told }) }
    if (file === workspace.file)
      return [{ file, ...moveItem(document, item, place, workspace.parse, insertion) }]
    return [
      { file: workspace.file, ...removeItem(document, item, workspace.parse, told) },
      { file, ...insertItem(other, insertion, place, workspace.parse) },
    ]
  },
})
