import * as v from 'valibot'
import { changeTypes } from './entry.ts'
import { outcomes } from './outcome.ts'

const text = v.pipe(v.string(), v.minLength(1))

/** What a person says of an entry, which no rule overrules. */
export const overrideSchema = v.strictObject({
  item: v.pipe(
    text,
    v.description(
      'The entry: its key, the identity of its item, or the title, or how that begins.',
    ),
  ),
  commit: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^[0-9a-f]{4,64}$/u, 'the first digits of a commit'),
      v.description('First digits of the commit, where the item left more than once.'),
    ),
  ),
  outcome: v.exactOptional(v.pipe(v.picklist(outcomes), v.description('What became of it.'))),
  summary: v.exactOptional(
    v.pipe(text, v.description('The wording: Markdown on one line, without references.')),
  ),
  reason: v.exactOptional(v.pipe(v.string(), v.description('Why; may be empty.'))),
  type: v.exactOptional(
    v.pipe(v.picklist(changeTypes), v.description('Where Keep a Changelog files it.')),
  ),
  omit: v.exactOptional(v.pipe(v.boolean(), v.description('Leaves the entry out.'))),
})

/** What a person says of an entry. */
export type Override = v.InferOutput<typeof overrideSchema>

/** A file of overrides. */
export const overridesSchema = v.strictObject({
  $schema: v.exactOptional(
    v.pipe(v.string(), v.description('URL of the JSON Schema, for editors.')),
  ),
  version: v.pipe(v.literal(1), v.description('Version of the form.')),
  entries: v.pipe(
    v.array(overrideSchema),
    v.description('In any order; the first that fits counts.'),
  ),
})
