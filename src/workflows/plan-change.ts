import { applyPlan } from '../plans/apply-plan.ts'
import type { PlanResult } from '../plans/plan-result.ts'
import { type LinkRepair, planLinkRepairs } from '../plans/repair-links.ts'
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
  const repaired = await planChange(
    { plan: { ...plan, operations: [...plan.operations, ...repairs] }, file },
    ports,
  )
  // A repaired target may read as another link's did before, so its words tell nothing of it.
  const places = repairedPlaces(repairs)
  const broken = repaired.impact.broken.filter(
    (link) => !places.has(`${link.file}:${link.link.urlSpan.start}`),
  )
  return { ...repaired, impact: { ...repaired.impact, broken } }
}

/** Where the repaired targets stand at last, by document: splices come from its end on. */
function repairedPlaces(repairs: readonly LinkRepair[]): ReadonlySet<string> {
  const shifts = new Map<string, number>()
  return new Set(
    [...repairs].reverse().map(({ file, start, end, text }) => {
      const shift = shifts.get(file) ?? 0
      shifts.set(file, shift + text.length - (end - start))
      return `${file}:${start + shift}`
    }),
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
