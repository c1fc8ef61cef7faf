import * as v from 'valibot'
import { CrossoffError } from '../errors.ts'
import { defineOperation } from './operation.ts'
import { reason, textValue } from './values.ts'

const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Replaces characters, for what no other operation expresses. */
export const splice = defineOperation({
  summary: 'Replace characters, for what no other operation expresses',
  values: v.strictObject({
    op: v.literal('splice'),
    file: v.exactOptional(textValue('Document to change, where it is not the plan’s own.', 'FILE')),
    start: v.pipe(
      offset,
      v.description('UTF-16 offset of the first character, a byte order mark not counted.'),
    ),
    end: v.pipe(offset, v.description('UTF-16 offset behind the last character.')),
    text: textValue('What stands there afterwards.'),
    expect: textValue('What must stand there before.'),
    bom: v.exactOptional(
      v.pipe(
        v.boolean(),
        v.description('Whether the document begins with a byte order mark afterwards.'),
      ),
    ),
    reason,
  }),
  plan(workspace, { file = workspace.file, start, end, text, expect, bom }) {
    const source = workspace.document(file).source.text
    const found = source.slice(start, end)
    if (end > source.length || start > end || found !== expect) {
      throw new CrossoffError(
        'item-changed',
        `characters ${start} to ${end} of \`${file}\` are not what the plan expects`,
        {
          help:
            end > source.length
              ? `the document has ${source.length} characters`
              : `expected ${JSON.stringify(excerpt(expect))}, found ${JSON.stringify(excerpt(found))}`,
        },
      )
    }
    return [{ file, edits: [{ start, end, text }], ...(bom !== undefined && { hasBom: bom }) }]
  },
})

/** Enough of a text to know it again. */
function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
