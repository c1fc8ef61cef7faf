import * as v from 'valibot'
import { editBody } from '../editing/edit-body.ts'
import { selectTarget } from '../selectors/select-target.ts'
import { defineOperation } from './operation.ts'
import { layout, layoutValue, reason, targetValue } from './values.ts'

/** Replaces an item's text; its title and the items below it stay. */
export const edit = defineOperation({
  summary: 'Replace the text of an item, below its title',
  values: v.strictObject({
    op: v.literal('edit'),
    target: targetValue('Item to edit.'),
    body: v.pipe(
      v.string(),
      v.description('Markdown of the new text, at no indentation.'),
      v.metadata({ flag: 'TEXT', input: 'body' }),
    ),
    layout: layoutValue(v.strictObject({ verbatim: layout.verbatim, behind: layout.behind })),
    reason,
  }),
  plan(workspace, values) {
    const document = workspace.document(workspace.file)
    const item = selectTarget(document, values.target)
    const edited = editBody(document, item, values.body, workspace.parse, values.layout)
    return [{ file: workspace.file, ...edited }]
  },
})
