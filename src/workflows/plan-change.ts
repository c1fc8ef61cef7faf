import { applyPlan } from '../plans/apply-plan.ts'
import type { PlanResult } from '../plans/plan-result.ts'
import { planLinkRepairs } from '../plans/repair-links.ts'
import { parseSourceText } from '../text/source-text.ts'
import { findLinkImpact, type LinkImpact } from './find-link-impact.ts'
import type { PlannedChange } from './planned-change.ts'
import type { Ports } from './ports.ts'
import { mentionOptions } from './mention-options.ts'

/** A plan with what it makes of the documents and of the links to them. */
export interface ChangePreview {
  readonly change: PlannedChange
  readonly result: PlanResult
  readonly impact: LinkImpact
}

/** Works out what a plan makes of the documents and of all links; nothing is written. */
export async function planChange(change: PlannedChange, ports: Ports): Promise<ChangePreview> {
  const result = await planResult(change, ports)
  return { change, result, impact: await findLinkImpact(result, ports) }
}

/** Adds to a plan the repairs of the links that it breaks, where their items can be followed. */
export async function planChangeWithRepairs(
  change: PlannedChange,
  ports: Ports,
): Promise<ChangePreview> {
  const preview = await planChange(change, ports)
  const repairs = planLinkRepairs(preview.impact)
  if (repairs.length === 0) return preview
  const { plan, file } = change
  return planChange(
    { plan: { ...plan, operations: [...plan.operations, ...repairs] }, file },
    ports,
  )
}

/** Works out what a plan makes of the documents; nothing is written. */
export async function planResult({ plan, file }: PlannedChange, ports: Ports): Promise<PlanResult> {
  const engine = await ports.loadEngine()
  const reference = await ports.loadEngine('remark')
  return applyPlan(plan, {
    file,
    engine,
    reference,
    mentions: mentionOptions(ports.config),
    read: (path) => {
      const bytes = ports.tree.read(path)
      return bytes === undefined ? undefined : parseSourceText(bytes, path)
    },
  })
}
