import * as v from 'valibot'
import { operations } from '../operations/index.ts'

/** One operation of a plan; `op` tells which of the registry's it is. */
const operation = v.variant(
  'op',
  Object.values(operations).map(({ values }) => values),
)

/** What a plan looks like. */
export const planSchema = v.strictObject({
  version: v.pipe(v.literal(1), v.description('Version of the form; 1.')),
  file: v.exactOptional(
    v.pipe(
      v.string(),
      v.description('Document that the operations change, by path from the repository root.'),
    ),
  ),
  result: v.exactOptional(
    v.pipe(
      v.string(),
      v.description(
        'Hash that the document must have at last: the first 12 hex digits of the SHA-256 of its text.',
      ),
    ),
  ),
  operations: v.pipe(
    v.array(operation),
    v.description('What is done, one after another; all or nothing.'),
  ),
})
