import * as v from 'valibot'

/** Names one item by its path, as plans do. */
export const target = v.strictObject({
  path: v.pipe(
    v.array(v.string()),
    v.minLength(1),
    v.description('Titles from the outermost item to this one.'),
    v.readonly(),
  ),
  kind: v.exactOptional(
    v.pipe(v.picklist(['section', 'bullet', 'label']), v.description('Kind of the item.')),
  ),
  nth: v.exactOptional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.description('Place among the items of that path and kind, counted from 1.'),
    ),
  ),
  expect: v.exactOptional(
    v.pipe(v.string(), v.description('Hash that the item must have, as `list --json` gives it.')),
  ),
})

/** A value that names an item, with what it is for; the command line takes a selector for it. */
export function targetValue(
  description: string,
): v.GenericSchema<v.InferInput<typeof target>, v.InferOutput<typeof target>> {
  return v.pipe(target, v.description(description), v.metadata({ flag: 'SELECTOR' }))
}

/** A value that is a text, with what it is for and the word that help texts show for it. */
export function textValue(description: string, flag = 'TEXT'): v.GenericSchema<string, string> {
  return v.pipe(v.string(), v.description(description), v.metadata({ flag }))
}

/** Values that say where an item is to stand. */
export const position = {
  under: v.exactOptional(targetValue('Item that it becomes the last child of.')),
  before: v.exactOptional(targetValue('Item that it stands right before.')),
  after: v.exactOptional(targetValue('Item that it stands right after.')),
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What a layout may tell. */
export const layout = {
  verbatim: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description('Whether its lines stand as they are given, markers and indentation included.'),
    ),
  ),
  before: v.exactOptional(v.pipe(count, v.description('Blank lines right before it.'))),
  behind: v.exactOptional(v.pipe(count, v.description('Blank lines right behind it.'))),
  block: v.exactOptional(
    v.pipe(
      count,
      v.description('Blocks of text, of the item that it is under, that stand before it.'),
    ),
  ),
  left: v.exactOptional(v.pipe(count, v.description('Blank lines where it stood.'))),
}

/**
 * A value that tells how an item stands where that is not as its surroundings do: a plan that replays
 * a difference has to, a person never has.
 */
export function layoutValue<Schema extends v.GenericSchema>(
  schema: Schema,
): v.ExactOptionalSchema<v.GenericSchema<v.InferInput<Schema>, v.InferOutput<Schema>>, undefined> {
  return v.exactOptional(
    v.pipe(
      schema,
      v.description('How it stands exactly, where that is not as what stands around it.'),
      v.metadata({ planOnly: true }),
    ),
  )
}

/** Why a change is made; kept in plans, for people. */
export const reason = v.exactOptional(textValue('Why, for those who read the plan.'))
