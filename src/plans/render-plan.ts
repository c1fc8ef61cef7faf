import { type Document as YamlDocument, parseDocument } from 'yaml'
import type { Plan } from './plan.ts'

/** Renders a plan as JSON, or as YAML where the file's name says so. */
export function renderPlan(plan: Plan, file: string): string {
  return isYaml(file)
    ? toYaml(plan).toString({ lineWidth: 0 })
    : `${JSON.stringify(plan, null, 2)}\n`
}

/**
 * Writes a plan into the YAML that it was read from; comments and the order of keys stay.
 *
 * @param text The YAML before.
 */
export function updatePlanText(text: string, plan: Plan): string {
  const document = parseDocument(text)
  update(document, [], document.toJS(), plan)
  return document.toString({ lineWidth: 0 })
}

/** Tells whether a file's name says that it is YAML. */
export function isYaml(file: string): boolean {
  return YAML.test(file)
}

/** "plan.yaml" */
const YAML = /\.ya?ml$/iu

function toYaml(plan: Plan): YamlDocument {
  return parseDocument(JSON.stringify(plan))
}

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
