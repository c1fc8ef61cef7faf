import { toJsonSchema } from '@valibot/to-json-schema'

/**
 * Turns a valibot schema into a JSON Schema, for pages and for editors.
 *
 * @param {any} schema
 * @param {{ readonly title: string, readonly description: string }} head
 * @returns {Record<string, any>}
 */
export function toSchema(schema, head) {
  const { $schema, ...rest } = toJsonSchema(schema, {
    overrideSchema,
    overrideAction,
    // The one says something of our types only, the other what JSON Schema cannot.
    ignoreActions: ['readonly', 'raw_check'],
  })
  return { $schema, ...head, ...rest }
}

/**
 * A record whose keys are a list of words is an object with these properties, all optional.
 *
 * @param {import('@valibot/to-json-schema').OverrideSchemaContext} context
 */
function overrideSchema({ valibotSchema }) {
  const record = /** @type {any} */ (valibotSchema)
  if (record.type !== 'record' || record.key.type !== 'picklist') return undefined
  const value = toJsonSchema(record.value)
  delete value.$schema
  return {
    type: /** @type {const} */ ('object'),
    properties: Object.fromEntries(
      record.key.options.map((/** @type {string} */ key) => [key, value]),
    ),
    additionalProperties: false,
  }
}

/**
 * Metadata is for the command line; a strict validator refuses keywords it does not know.
 *
 * @param {import('@valibot/to-json-schema').OverrideActionContext} context
 */
function overrideAction({ valibotAction, jsonSchema }) {
  if (valibotAction.type !== 'metadata') return undefined
  const { metadata } = /** @type {any} */ (valibotAction)
  const known = new Set(['title', 'description', 'examples'])
  return Object.fromEntries(
    Object.entries(jsonSchema).filter(([key]) => known.has(key) || !Object.hasOwn(metadata, key)),
  )
}
