import { CrossoffError } from '../errors.ts'
import { overlayFiles } from '../links/overlay-files.ts'
import { parsePlan } from '../plans/parse-plan.ts'
import { appendOperations } from '../plans/append-operations.ts'
import type { Plan } from '../plans/plan.ts'
import { isYaml, renderPlan } from '../plans/render-plan.ts'
import type { FileChange } from '../ports.ts'
import { parseSourceText } from '../text/source-text.ts'
import { findDocument } from './find-document.ts'
import { planResult } from './plan-change.ts'
import type { PlannedChange } from './planned-change.ts'
import type { Ports } from './ports.ts'

/** Reads the plan that an operation is to be added to; one that is not there yet is empty. */
export async function readCollectedPlan(
  path: string,
  file: string | undefined,
  ports: Ports,
): Promise<PlannedChange> {
  const bytes = ports.readReplaced(path)
  if (bytes === undefined) {
    const found = await findDocument(ports, file)
    return { plan: { version: 1, file: found, operations: [] }, file: found }
  }
  const plan = parsePlan(parseSourceText(bytes, path).text, path)
  return { plan, file: plan.file ?? (await findDocument(ports, file)) }
}

/** The repository as a plan would leave it: what is added to the plan is looked up there. */
export async function portsAfter(change: PlannedChange, ports: Ports): Promise<Ports> {
  if (change.plan.operations.length === 0) return ports
  const { files } = await planResult(change, ports)
  const texts = new Map(files.map(({ file, after }) => [file, after.text]))
  return { ...ports, tree: overlayFiles(ports.tree, texts) }
}

/** Puts the steps of one plan behind those of another, which must be about the same document. */
export function joinPlans(first: PlannedChange, second: PlannedChange): PlannedChange {
  if (first.file !== second.file) {
    throw new CrossoffError('usage', `the plan changes \`${first.file}\`, not \`${second.file}\``, {
      help: 'collect the changes of each document in a plan of its own',
    })
  }
  const operations = [...first.plan.operations, ...second.plan.operations]
  return { plan: { ...first.plan, operations }, file: first.file }
}

/** The change of a plan's file: in YAML, comments and the order of keys stay. */
export function toPlanFile(path: string, { plan }: PlannedChange, ports: Ports): FileChange {
  const before = ports.readReplaced(path)
  const text =
    before !== undefined && isYaml(path)
      ? addToYaml(parseSourceText(before, path).text, path, plan)
      : renderPlan(plan, path)
  const after = new TextEncoder().encode(text)
  return before === undefined ? { path, after } : { path, before, after }
}

function addToYaml(text: string, path: string, plan: Plan): string {
  const { operations } = parsePlan(text, path)
  return appendOperations(text, plan, plan.operations.slice(operations.length))
}
