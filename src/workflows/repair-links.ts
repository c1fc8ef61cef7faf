import { CrossoffError } from '../errors.ts'
import type { PlannedChange } from './planned-change.ts'
import type { Ports } from './ports.ts'

/** Adds to a plan the repairs of the links that it would break. */
export function repairLinks(_change: PlannedChange, _ports: Ports): Promise<PlannedChange> {
  // To do: take the repairs from the links of the items that the plan moves or renames.
  return Promise.reject(new CrossoffError('usage', '`--fix-links` is not there yet'))
}
