import { Document as YamlDocument, parseDocument } from 'yaml'
import type { Plan } from './plan.ts'

/** Renders a plan as JSON, or as YAML where the file's name says so. */
export function renderPlan(plan: Plan, file: string): string {
  return isYaml(file)
    ? new YamlDocument(plan).toString(STYLE)
    : `${JSON.stringify(plan, null, 2)}\n`
}

/**
 * Writes a plan into the YAML that it was read from; comments and the order of keys stay.
 *
 * @param text The YAML before.
 */
export function updatePlanText(text: string, plan: Plan): string {
  const document = parseDocument(text)
  const before: unknown = document.toJS()
  // Rendering alone would reformat what the author laid out.
  if (JSON.stringify(before) === JSON.stringify(plan)) return text
  update(document, [], before, plan)
  return document.toString(STYLE)
}

/** Texts on one line, in quotes: editors take white space off line ends, and a plan counts on it. */
const STYLE = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const

/** Tells whether a file's name says that it is YAML. */
export function isYaml(file: string): boolean {
  return YAML.test(file)
}

/** "plan.yaml" */
const YAML = /\.ya?ml$/iu

/** Sets only what differs, since a node that is replaced loses its comments. */
function update(
  document: YamlDocument,
  path: readonly (string | number)[],
  before: unknown,
  after: unknown,
): void {
  if (isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before)) if (!(key in after)) document.deleteIn([...path, key])
    for (const [key, value] of Object.entries(after))
      update(document, [...path, key], before[key], value)
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = before.length - 1; index >= after.length; index--)
      document.deleteIn([...path, index])
    after.forEach((value: unknown, index) =>
      update(document, [...path, index], before[index], value),
    )
  } else if (before !== after) document.setIn(path, document.createNode(after))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
