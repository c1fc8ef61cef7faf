/**
 * The properties of an object in a JSON Schema as rows of a table: name, form, meaning. Properties
 * of properties follow theirs, named with dots.
 *
 * @param {Record<string, any>} schema
 * @param {ReadonlyMap<string, string>} [known] What to say of objects that are explained elsewhere,
 *   by the names of their properties.
 * @param {string} [prefix]
 * @returns {string[][]}
 */
export function schemaRows(schema, known = new Map(), prefix = '') {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const isExplained = known.has(namesOf(property)) || commonForm(property) !== undefined
    const form = known.get(namesOf(property)) ?? describeForm(property)
    const need = required.has(name) ? '' : ', optional'
    const row = [`\`${prefix}${name}\``, `${form}${need}`, property.description ?? '']
    return isExplained ? [row] : [row, ...schemaRows(property, known, `${prefix}${name}.`)]
  })
}

/**
 * @param {Record<string, any>} schema
 * @returns {string}
 */
function describeForm(schema) {
  if ('const' in schema) return code(schema.const)
  if (schema.enum) return schema.enum.map(code).join(' or ')
  if (schema.anyOf) return schema.anyOf.map(describeForm).join(' or ')
  if (schema.type === 'array') return `list of ${describeForm(schema.items)}`
  if (typeof schema.additionalProperties === 'object') {
    return `map to ${describeForm(schema.additionalProperties)}`
  }
  const common = commonForm(schema)
  if (common !== undefined) return `map to ${common}`
  const names = Object.keys(schema.properties ?? {})
  if (names.length > 0) return `object with ${names.map((name) => `\`${name}\``).join(', ')}`
  return schema.type ?? 'any value'
}

/**
 * The form of all properties, where none of them has a meaning of its own.
 *
 * @param {Record<string, any>} schema
 * @returns {string | undefined}
 */
function commonForm(schema) {
  const properties = Object.values(schema.properties ?? {})
  if (properties.some(({ description }) => description !== undefined)) return undefined
  const forms = new Set(properties.map(describeForm))
  return forms.size === 1 ? [...forms][0] : undefined
}

/** @param {Record<string, any>} schema */
function namesOf(schema) {
  return Object.keys(schema.properties ?? {}).join()
}

/** @param {unknown} value */
function code(value) {
  return `\`${JSON.stringify(value)}\``
}
