import { CrossoffError } from '../errors.ts'
import { parsePlan } from '../plans/parse-plan.ts'
import { parseSourceText } from '../text/source-text.ts'
import type { Ports } from './ports.ts'

/** A file that a plan is to be written to, as the user named it. */
export interface PlanOutput {
  /** The option, without dashes. */
  readonly flag: string
  readonly path: string
}

/** Throws `usage` where a plan would be written over what is no plan, or over a file in use. */
export function requirePlanFile(
  { flag, path }: PlanOutput,
  inUse: ReadonlyMap<string, string>,
  ports: Ports,
): void {
  const use = inUse.get(path)
  if (use !== undefined) throw refusal(flag, path, `is ${use}`)
  const bytes = ports.readReplaced(path)
  // An empty file, as `mktemp` makes it, has nothing to lose.
  if (bytes === undefined || bytes.length === 0) return
  try {
    parsePlan(parseSourceText(bytes, path).text, path)
  } catch (cause) {
    throw cause instanceof CrossoffError
      ? refusal(flag, path, 'is there, and is no plan', cause)
      : cause
  }
}

function refusal(flag: string, path: string, reason: string, cause?: unknown): CrossoffError {
  return new CrossoffError('usage', `\`--${flag}\` would overwrite \`${path}\`, which ${reason}`, {
    help: 'name a file that is not there yet; nothing was written',
    cause,
  })
}
