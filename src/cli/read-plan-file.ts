import { CrossoffError } from '../errors.ts'
import type { Arguments } from './arguments.ts'
import type { Session } from './session.ts'

/** An option that names the file that a plan is written to. */
export interface PlanOption {
  /** Without dashes; the plan has the same name in what `--json` prints. */
  readonly flag: 'plan' | 'inverse'
  /** The options that print the plan instead. */
  readonly printedBy: string
}

/** Reads where a plan is written to; `-` is an error, for standard output has what the command tells. */
export function readPlanFile(
  { flag, printedBy }: PlanOption,
  given: Arguments,
  session: Session,
): string | undefined {
  const typed = given.text(flag)
  if (typed !== '-') return typed === undefined ? undefined : session.filePath(typed)
  throw new CrossoffError('usage', `\`--${flag}\` takes a file, not standard output`, {
    help: `\`${printedBy}\` prints the plan, as \`${flag}\`; a file of that name is \`./-\``,
  })
}
