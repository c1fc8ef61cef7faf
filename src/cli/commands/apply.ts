import { applyPlanFile } from '../../workflows/apply-plan-file.ts'
import { changeFlags, readChangeMode } from '../change-flags.ts'
import type { CommandBody } from '../command.ts'
import { outcomeOf } from '../outcome-of.ts'

/** Applies a plan. */
export const apply: CommandBody = {
  description: [
    'A plan is `{ "version": 1, "file": "docs/TODO.md", "operations": [{ "op": "drop", "target": { "path": ["TODO", "Fetchers"] } }] }`, in JSON or YAML. `--file` counts before the `file` of the plan.',
  ],
  arguments: [{ name: 'PLAN', summary: 'file of the plan, `-` for standard input' }],
  flags: changeFlags,
  examples: [
    { words: 'apply plan.yaml --dry-run', summary: 'see what it would do' },
    { words: 'apply plan.yaml --inverse back.json', summary: 'do it, and keep the way back' },
  ],
  run: async (context) => {
    const [typed = ''] = context.arguments.positionals
    const file = context.arguments.text('file')
    const session = await context.open({ near: file, tree: 'git' })
    const options = {
      plan: typed === '-' ? undefined : session.filePath(typed),
      file: file === undefined ? undefined : session.documentPath(file),
    }
    const mode = readChangeMode(context.arguments, session)
    return outcomeOf(await applyPlanFile(options, mode, session.ports), mode)
  },
}
