import * as v from 'valibot'

/** The findings that a repository lives with: how many there are of each, by what `nameKnown` makes. */
export type Baseline = ReadonlyMap<string, number>

const count = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description('How many such findings the document has.'),
)

/** What a baseline file may hold; the JSON Schema is made from it. */
export const baselineSchema: v.GenericSchema<
  unknown,
  { readonly version: 1 } & Readonly<Record<string, number>>
> = v.pipe(
  v.objectWithRest({ version: v.literal(1) }, count),
  v.description(
    'The key of a finding is its document, its code, and what it is about, a blank between two: `docs/plan.md link/missing-anchor #beds`.',
  ),
)
