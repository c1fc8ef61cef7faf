import type { ChangeMode } from '../workflows/change-documents.ts'
import type { Arguments } from './arguments.ts'
import type { FlagDefinition } from './flag.ts'
import { readPlanFile } from './read-plan-file.ts'
import type { Session } from './session.ts'

/** The options of every command that changes documents. */
export const changeFlags: readonly FlagDefinition[] = [
  { name: 'dry-run', short: 'n', summary: 'print the change as a unified diff and write nothing' },
  { name: 'stdout', summary: 'print the resulting document and write nothing' },
  {
    name: 'inverse',
    value: 'OUT',
    summary: 'write the plan that takes the change back to this file',
  },
  { name: 'force', summary: 'write even where links to the document would break' },
  { name: 'fix-links', summary: 'repair the links that the change would break, in the same plan' },
]

/** The option of a single operation, which can be kept for later. */
export const planFlag: FlagDefinition = {
  name: 'plan',
  value: 'FILE',
  summary: 'add the change to this plan and show it, instead of writing the document',
}

/** Reads the options of a change. */
export function readChangeMode(given: Arguments, session: Session): ChangeMode {
  return {
    isDryRun: given.isOn('dry-run') === true,
    isPrinted: given.isOn('stdout') === true,
    isForced: given.isOn('force') === true,
    repairsLinks: given.isOn('fix-links') === true,
    plan: readPlanFile({ flag: 'plan', printedBy: '--dry-run --json' }, given, session),
    inverse: readPlanFile({ flag: 'inverse', printedBy: '--json' }, given, session),
  }
}
