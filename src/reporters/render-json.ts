/** The version of the machine forms: fields may be added to one, never changed. */
const VERSION = 1

/** Renders the machine form of a report. */
export function renderJson(plain: object): string {
  return `${JSON.stringify({ version: VERSION, ...plain }, undefined, 2)}\n`
}
