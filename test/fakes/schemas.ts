import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import addFormats from 'ajv-formats'
import draft4 from 'ajv-draft-04'

const folder = join(import.meta.dirname, '..', 'fixtures', 'schemas')

/** Reads a schema of another tool. */
export function readSchema(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** Makes a function that lists what a JSON Schema of draft 4 finds wrong with a value. */
export function createJsonCheck(schema: object): (value: unknown) => readonly string[] {
  const ajv = new draft4.default({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
