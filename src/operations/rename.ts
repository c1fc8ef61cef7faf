import * as v from 'valibot'
import { renameItem } from '../editing/rename-item.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { layout, layoutValue, reason, targetValue, textValue } from './values.ts'

/** Gives an item another title; its text and all below it stay. */
export const rename = defineOperation({
  summary: 'Give an item another title',
  values: v.strictObject({
    op: v.literal('rename'),
    target: targetValue('Item to rename.'),
    title: textValue('Markdown of the new title, one line.', 'TITLE'),
    layout: layoutValue(v.strictObject({ verbatim: layout.verbatim })),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const edited = renameItem(document, item, values.title, workspace.parse, values.layout)
    return [{ file: workspace.file, ...edited }]
  },
})
